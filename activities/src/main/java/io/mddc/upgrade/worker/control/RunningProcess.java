package io.mddc.upgrade.worker.control;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A living process, told from a later one with the same id by when it started.
 *
 * @param started by the host's clock; two reads of the same process may differ by less than {@link #JITTER}
 * @param uptime the host's when it started, in hundredths of a second
 */
public record RunningProcess(long pid, Instant started, Duration uptime) {
    /** The kernel counts in hundredths of a second, and the clock may be set between two reads. */
    public static final Duration JITTER = Duration.ofMillis(500);

    private static final Path PROC = Path.of("/proc");

    /** {@code /proc/<pid>/stat} has the state and, 19 fields on, the start in ticks since the machine started. */
    private static final int STATE = 0;

    private static final int START_TICKS = 19;

    private static final int MILLIS_PER_TICK = 10;

    /** Empty when it is not there or only a zombie of it is. */
    public static Optional<RunningProcess> withPid(long pid) {
        try {
            var stat = Files.readString(PROC.resolve(Long.toString(pid)).resolve("stat"));
            var fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
            if ("Z".equals(fields[STATE])) {
                return Optional.empty();
            }
            var sinceBoot = Duration.ofMillis(Long.parseLong(fields[START_TICKS]) * MILLIS_PER_TICK);
            return Optional.of(new RunningProcess(pid, booted().plus(sinceBoot), sinceBoot));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            // Reading the file of a process that ends meanwhile fails with ESRCH: it is gone.
            return Optional.empty();
        }
    }

    /** Whether a process seen earlier, with that start, is this one. */
    public boolean startedAt(Instant earlierSeen) {
        return Duration.between(earlierSeen, started).abs().compareTo(JITTER) < 0;
    }

    /** {@code btime} of {@code /proc/stat} has whole seconds only; the uptime is finer. */
    private static Instant booted() throws IOException {
        return Instant.now().minus(HostClock.uptime());
    }
}
