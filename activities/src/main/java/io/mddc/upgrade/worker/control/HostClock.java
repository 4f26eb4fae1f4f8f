package io.mddc.upgrade.worker.control;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** The host's monotonic clock, which a script on the same host can read too. */
public final class HostClock {
    private static final Path UPTIME = Path.of("/proc/uptime");

    private static final Path BOOT = Path.of("/proc/sys/kernel/random/boot_id");

    private HostClock() {}

    /** The kernel's id of this start of the host; empty when it does not tell. */
    public static Optional<String> boot() {
        try {
            return Optional.of(Files.readString(BOOT).strip());
        } catch (IOException e) {
            // Some sandboxes hide it.
            return Optional.empty();
        }
    }

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
