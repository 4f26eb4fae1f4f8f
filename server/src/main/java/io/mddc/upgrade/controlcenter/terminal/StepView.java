package io.mddc.upgrade.controlcenter.terminal;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A step of a unit that has begun. */
record StepView(String step, Instant begin, @Nullable Instant end) {}
