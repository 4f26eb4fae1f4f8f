/**
 * The connection to Temporal, and the embedded Temporal server as a process of its own that outlives the control center.
 * Knows nothing of upgrades: no feature of the control center may be seen from here.
 */
@NullMarked
package io.mddc.upgrade.controlcenter.engine;

import org.jspecify.annotations.NullMarked;
