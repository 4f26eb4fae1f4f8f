/**
 * Upgrades as they happen: the run log as a stream of events, and the live numbers of units in work while anyone watches. It
 * reads; what it sends is never written down.
 */
@NullMarked
package io.mddc.upgrade.controlcenter.upgrades.live;

import org.jspecify.annotations.NullMarked;
