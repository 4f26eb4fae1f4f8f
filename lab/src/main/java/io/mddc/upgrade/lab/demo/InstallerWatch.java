package io.mddc.upgrade.lab.demo;

import io.mddc.upgrade.cluster.HostId;
import io.mddc.upgrade.lab.host.HostPackages;
import io.mddc.upgrade.lab.host.InstallerRun;
import io.mddc.upgrade.lab.host.LabHost;
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
import java.util.stream.Collectors;

/**
 * Notices when dpkg, or dnf, began on a host. Its own log is exact to the second only, so the lab looks at it twenty times a second
 * and notes when the line appeared.
 */
final class InstallerWatch implements AutoCloseable {
    private static final Duration EVERY = Duration.ofMillis(50);
    private static final Duration LONGEST_READING = Duration.ofSeconds(30);

    private final Clock clock = Clock.systemUTC();
    private final Map<HostId, HostPackages> installers;
    private final Map<HostId, Long> sizes = new ConcurrentHashMap<>();
    private final Map<HostId, Integer> seen = new ConcurrentHashMap<>();
    private final Map<HostId, ConcurrentLinkedDeque<Instant>> runs = new ConcurrentHashMap<>();
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor();
    private final Future<?> looking;

    InstallerWatch(List<LabHost> hosts) {
        installers = hosts.stream().collect(Collectors.toMap(LabHost::id, LabHost::packages));
        installers.forEach((host, packages) -> seen.put(host, packages.runs()));
        looking = thread.scheduleWithFixedDelay(this::look, 0, EVERY.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** An installer reads its database before it runs the first script; when that was not seen, the script counts. */
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
        installers.forEach((host, packages) -> {
            long size = packages.logSize();
            if (!Long.valueOf(size).equals(sizes.put(host, size))) {
                note(host, packages.runs());
            }
        });
    }

    private void note(HostId host, int begun) {
        if (begun > seen.getOrDefault(host, 0)) {
            seen.put(host, begun);
            runs.computeIfAbsent(host, any -> new ConcurrentLinkedDeque<>()).add(clock.instant());
        }
    }

    @Override
    public void close() {
        looking.cancel(false);
        thread.shutdownNow();
    }
}
