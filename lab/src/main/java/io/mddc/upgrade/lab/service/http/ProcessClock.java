package io.mddc.upgrade.lab.service.http;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * When a process was started, to some 20 ms: its age by /proc/uptime, taken off the clock. (The JDK counts from a boot time
 * in whole seconds and can be a second off.)
 */
public final class ProcessClock {
    private static final int TICKS_PER_SECOND = 100;
    private static final int START_FIELD_AFTER_NAME = 19;

    private ProcessClock() {}

    /** Empty when there is no such process, or no /proc. */
    public static Optional<Instant> startOf(long pid) {
        try {
            var ticks = Double.parseDouble(startTicks(pid));
            var uptime =
                    Double.parseDouble(Files.readString(Path.of("/proc/uptime")).split(" ", 2)[0]);
            double age = uptime - ticks / TICKS_PER_SECOND;
            return Optional.of(Instant.now().minus(Duration.ofMillis(Math.max(0, Math.round(age * 1000)))));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** With the process id it names a process for good. */
    public static String startTicks(long pid) throws IOException {
        var stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
        var afterName = stat.substring(stat.lastIndexOf(')') + 2);
        return afterName.split(" ", -1)[START_FIELD_AFTER_NAME];
    }
}
