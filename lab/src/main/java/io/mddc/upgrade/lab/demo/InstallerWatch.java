package io.mddc.upgrade.lab.demo;

import io.mddc.upgrade.cluster.HostId;
import io.mddc.upgrade.lab.host.InstallerRun;
import io.mddc.upgrade.lab.host.LabHost;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Notices when dpkg began on a host. Its own log is exact to the second only, so the lab looks at it twenty times a second
 * and notes when the line appeared.
 */
final class InstallerWatch implements AutoCloseable {
    private static final Duration EVERY = Duration.ofMillis(50);
    private static final Duration LONGEST_READING = Duration.ofSeconds(30);
    private static final String BEGAN = " startup archives ";

    private final Clock clock = Clock.systemUTC();
    private final Map<HostId, Path> logs;
    private final Map<HostId, Long> sizes = new ConcurrentHashMap<>();
    private final Map<HostId, Integer> seen = new ConcurrentHashMap<>();
    private final Map<HostId, ConcurrentLinkedDeque<Instant>> runs = new ConcurrentHashMap<>();
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor();
    private final Future<?> looking;

    InstallerWatch(List<LabHost> hosts) {
        logs = hosts.stream().map(LabHost::id).collect(Collectors.toMap(Function.identity(), id -> log(hosts, id)));
        logs.forEach((host, log) -> seen.put(host, begun(log)));
        looking = thread.scheduleWithFixedDelay(this::look, 0, EVERY.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** dpkg reads its database before it runs the first script; when that was not seen, the script counts. */
    Instant began(HostId host, InstallerRun run) {
        return lastBefore(host, run.begin())
                .filter(at -> Duration.between(at, run.begin()).compareTo(LONGEST_READING) < 0)
                .orElse(run.begin());
    }

    /** When the last run that began before that moment did. */
    private Optional<Instant> lastBefore(HostId host, Instant moment) {
        return runs.getOrDefault(host, new ConcurrentLinkedDeque<>()).stream()
                .filter(at -> at.isBefore(moment))
                .reduce((first, second) -> second);
    }

    private void look() {
        logs.forEach((host, log) -> {
            long size = log.toFile().length();
            if (!Long.valueOf(size).equals(sizes.put(host, size))) {
                note(host, begun(log));
            }
        });
    }

    private void note(HostId host, int begun) {
        if (begun > seen.getOrDefault(host, 0)) {
            seen.put(host, begun);
            runs.computeIfAbsent(host, any -> new ConcurrentLinkedDeque<>()).add(clock.instant());
        }
    }

    /** How many runs the log shows. */
    private static int begun(Path log) {
        try {
            return Math.toIntExact(Files.readString(log, StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> line.contains(BEGAN))
                    .count());
        } catch (IOException e) {
            return 0; // dpkg has written nothing yet
        }
    }

    private static Path log(List<LabHost> hosts, HostId id) {
        return hosts.stream()
                .filter(host -> host.id().equals(id))
                .findFirst()
                .orElseThrow()
                .outside(Path.of("/var/log/dpkg.log"));
    }

    @Override
    public void close() {
        looking.cancel(false);
        thread.shutdownNow();
    }
}
