package io.mddc.upgrade.lab.demo;

import java.time.Instant;

/** When units were in work. */
record Span(Instant begin, Instant end) {}
