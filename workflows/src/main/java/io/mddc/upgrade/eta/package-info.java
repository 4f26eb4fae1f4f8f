/**
 * When what is left of an upgrade will probably be over, and how sure that is: the rest is rehearsed many times with the
 * dispatcher's own rules and with step times as they were seen. Pure: no clock, no chance, no I/O, no engine.
 */
@NullMarked
package io.mddc.upgrade.eta;

import org.jspecify.annotations.NullMarked;
