package io.mddc.upgrade.lab.host;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/** One run of a package's program, as it noted it: {@code start} and {@code stop} of its service, {@code backup}, {@code restore}. */
public record ProgramRun(String program, Instant begin, Instant end) {
    public ProgramRun {
        requireNonNull(program, "program is null");
        requireNonNull(begin, "begin is null");
        requireNonNull(end, "end is null");
    }
}
