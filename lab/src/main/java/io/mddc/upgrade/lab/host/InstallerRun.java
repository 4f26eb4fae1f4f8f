package io.mddc.upgrade.lab.host;

import static java.util.Objects.requireNonNull;

import io.mddc.upgrade.cluster.Version;
import java.time.Duration;
import java.time.Instant;

/**
 * The installer's own run, as the package's scripts noted it: from the first script (which stops the service) to the end of
 * the last one (which started it). To the millisecond.
 */
public record InstallerRun(Version version, Instant begin, Instant end) {
    public InstallerRun {
        requireNonNull(version, "version is null");
        requireNonNull(begin, "begin is null");
        requireNonNull(end, "end is null");
    }

    public Duration took() {
        return Duration.between(begin, end);
    }
}
