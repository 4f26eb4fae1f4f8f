/**
 * Who of a stage goes when: canary, sick instances first, slots, one unit per host, the minimum, the failure budget. Pure: it
 * is told what happened and answers; no clock, no I/O, no engine.
 *
 * <p>A stage talks to {@code Slots} alone. Behind it {@code Standings} knows where each unit stands, {@code Tally} how they
 * ended and how many slots that gives, {@code Turns} who is next while the same instances are active, {@code Alone} who must be
 * the only one at work.
 */
@NullMarked
package io.mddc.upgrade.slots;

import org.jspecify.annotations.NullMarked;
