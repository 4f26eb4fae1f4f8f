package io.mddc.upgrade.lab.demo;

import io.mddc.upgrade.cluster.InstanceId;
import io.mddc.upgrade.lab.service.admin.PartProbe;
import io.mddc.upgrade.lab.service.http.PartUnreachable;
import io.mddc.upgrade.lab.service.http.UnexpectedAnswer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Asks Cores and gateways twice a second which process they are, and keeps when each of these was started. */
final class ProcessWatch implements AutoCloseable {
    private static final Duration EVERY = Duration.ofMillis(500);

    private final Map<InstanceId, PartProbe> probes;
    private final Set<Start> starts = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor();
    private final Future<?> looking;

    ProcessWatch(Map<InstanceId, PartProbe> probes) {
        this.probes = Map.copyOf(probes);
        this.looking = thread.scheduleWithFixedDelay(
                () -> this.probes.forEach(this::look), 0, EVERY.toMillis(), TimeUnit.MILLISECONDS);
    }

    private record Start(InstanceId instance, long pid, Instant at) {}

    /** Those that have had a new process since then. */
    List<InstanceId> startedIn(Span span) {
        return starts.stream()
                .filter(start -> start.at().isAfter(span.begin()) && start.at().isBefore(span.end()))
                .map(Start::instance)
                .distinct()
                .sorted()
                .toList();
    }

    private void look(InstanceId instance, PartProbe probe) {
        try {
            var work = probe.work();
            starts.add(new Start(instance, work.pid(), work.startedAt()));
        } catch (PartUnreachable | UnexpectedAnswer e) {
            // it is being upgraded or killed: its next process is seen when it answers
            return;
        }
    }

    @Override
    public void close() {
        looking.cancel(false);
        thread.shutdownNow();
    }
}
