/**
 * The ride: which command is sent in which step, and what must come of it. Pure; the demo carries it out on real processes.
 */
@NullMarked
package io.mddc.upgrade.lab.ride;

import org.jspecify.annotations.NullMarked;
