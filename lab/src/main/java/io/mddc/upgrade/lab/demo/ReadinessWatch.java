package io.mddc.upgrade.lab.demo;

import io.mddc.upgrade.cluster.InstanceId;
import io.mddc.upgrade.lab.service.admin.PartProbe;
import io.mddc.upgrade.lab.service.http.PartUnreachable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Asks every Core ten times a second whether it is ready, and keeps each change with its moment. */
final class ReadinessWatch implements AutoCloseable {
    private static final Duration EVERY = Duration.ofMillis(100);

    private final Clock clock = Clock.systemUTC();
    private final Map<InstanceId, Boolean> last = new ConcurrentHashMap<>();
    private final ConcurrentLinkedQueue<Change> changes = new ConcurrentLinkedQueue<>();
    private final ScheduledExecutorService threads;
    private final List<?> looks;

    ReadinessWatch(Map<InstanceId, PartProbe> cores) {
        threads = Executors.newScheduledThreadPool(cores.size());
        looks = cores.entrySet().stream()
                .map(core -> threads.scheduleWithFixedDelay(
                        () -> look(core.getKey(), core.getValue()), 0, EVERY.toMillis(), TimeUnit.MILLISECONDS))
                .toList();
    }

    /** The first moment, not before the given one, at which it was ready. */
    Optional<Instant> readyFrom(InstanceId instance, Instant from) {
        boolean ready = false;
        for (var change : changes) {
            if (change.instance().equals(instance) && !change.at().isAfter(from)) {
                ready = change.ready();
            }
        }
        return ready
                ? Optional.of(from)
                : changes.stream()
                        .filter(change -> change.instance().equals(instance) && change.ready())
                        .map(Change::at)
                        .filter(at -> at.isAfter(from))
                        .findFirst();
    }

    boolean isReady(InstanceId instance) {
        return last.getOrDefault(instance, false);
    }

    private void look(InstanceId instance, PartProbe core) {
        boolean ready = isReady(core);
        if (!Boolean.valueOf(ready).equals(last.put(instance, ready))) {
            changes.add(new Change(instance, clock.instant(), ready));
        }
    }

    private static boolean isReady(PartProbe core) {
        try {
            return core.isReady();
        } catch (PartUnreachable e) {
            return false;
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }

    @Override
    public String toString() {
        return looks.size() + " Cores watched";
    }

    private record Change(InstanceId instance, Instant at, boolean ready) {}
}
