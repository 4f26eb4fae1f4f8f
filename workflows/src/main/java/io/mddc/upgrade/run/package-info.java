/**
 * What an upgrade is while it runs and after: steps, the state machine of a unit, wait reasons, outcomes, reports. Pure:
 * no clock, no I/O, no engine.
 */
@NullMarked
package io.mddc.upgrade.run;

import org.jspecify.annotations.NullMarked;
