/**
 * Who holds the cluster, and the emergency stop: rows and workflows kept in agreement, settings frozen. It depends on no
 * feature; what it needs of them it states as interfaces.
 */
@NullMarked
package io.mddc.upgrade.controlcenter.hold;

import org.jspecify.annotations.NullMarked;
