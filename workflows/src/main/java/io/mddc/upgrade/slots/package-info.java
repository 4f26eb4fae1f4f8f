/**
 * Who of a stage goes when: canary, sick instances first, slots, one unit per host, the minimum, the failure budget. Pure: it
 * is told what happened and answers; no clock, no I/O, no engine.
 */
@NullMarked
package io.mddc.upgrade.slots;

import org.jspecify.annotations.NullMarked;
