package io.mddc.upgrade.worker.control;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** The host's monotonic clock, which a script on the same host can read too. */
public final class HostClock {
    private static final Path UPTIME = Path.of("/proc/uptime");

    private HostClock() {}

    /** Since the machine started; never set back, in hundredths of a second. */
    public static Duration uptime() {
        try {
            var seconds = Files.readString(UPTIME).split(" ", 2)[0];
            return Duration.ofMillis(new BigDecimal(seconds).movePointRight(3).longValueExact());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + UPTIME, e);
        }
    }
}
