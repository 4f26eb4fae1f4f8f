/**
 * Who holds the cluster: rows and workflows kept in agreement. It depends on no feature; what it needs of them it
 * states as interfaces.
 */
@NullMarked
package io.mddc.upgrade.controlcenter.hold;

import org.jspecify.annotations.NullMarked;
