/**
 * Builds real packages, for dpkg and for rpm, of the lab's parts, and of the product's two, in any version. Knows nothing of hosts.
 */
@NullMarked
package io.mddc.upgrade.lab.packaging;

import org.jspecify.annotations.NullMarked;
