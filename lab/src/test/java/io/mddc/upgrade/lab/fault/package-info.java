/** How hosts are told that a version is bad. */
@NullMarked
package io.mddc.upgrade.lab.fault;

import org.jspecify.annotations.NullMarked;
