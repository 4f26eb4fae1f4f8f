package io.mddc.upgrade.lab.demo;

import io.mddc.upgrade.cluster.InstanceId;
import io.mddc.upgrade.lab.service.admin.Probe;
import io.mddc.upgrade.lab.service.admin.Readiness;
import io.mddc.upgrade.lab.service.http.PartUnreachable;
import io.mddc.upgrade.lab.service.shared.ActiveCount;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** Asks each instance ten times a second whether it is ready, and keeps each change with its moment. */
final class ReadinessWatch implements AutoCloseable {
    private static final Duration EVERY = Duration.ofMillis(100);

    private final Clock clock = Clock.systemUTC();
    private final Map<InstanceId, Readiness> last = new ConcurrentHashMap<>();
    private final ConcurrentLinkedQueue<Change> changes = new ConcurrentLinkedQueue<>();
    private final ScheduledExecutorService threads;
    private final List<?> looks;

    ReadinessWatch(Map<InstanceId, Probe> probes) {
        threads = Executors.newScheduledThreadPool(probes.size());
        looks = probes.entrySet().stream()
                .map(probe -> threads.scheduleWithFixedDelay(
                        () -> look(probe.getKey(), probe.getValue()), 0, EVERY.toMillis(), TimeUnit.MILLISECONDS))
                .toList();
    }

    /** The first moment, not before the given one, at which it was fit for work, isolated or not. */
    Optional<Instant> fitFrom(InstanceId instance, Instant from) {
        return first(instance, from, Readiness::isFit);
    }

    /** The first moment, not before the given one, at which it was not to be sent work. */
    Optional<Instant> closedFrom(InstanceId instance, Instant from) {
        return first(instance, from, readiness -> readiness != Readiness.READY);
    }

    boolean isReady(InstanceId instance) {
        return last.getOrDefault(instance, Readiness.NOT_READY).isFit();
    }

    /** How many of these were to be sent work since when, oldest first. */
    List<ActiveCount> open(Set<InstanceId> instances) {
        var open = new HashSet<InstanceId>();
        var counts = new ArrayList<ActiveCount>();
        for (var change : changes) {
            if (instances.contains(change.instance())) {
                boolean changed =
                        change.to() == Readiness.READY ? open.add(change.instance()) : open.remove(change.instance());
                if (changed) {
                    counts.add(new ActiveCount(change.at(), open.size()));
                }
            }
        }
        return counts;
    }

    /** When it was not fit for work, from the first to the last look. */
    List<Span> notReady(InstanceId instance) {
        var spans = new ArrayList<Span>();
        Optional<Instant> since = Optional.empty();
        for (var change : changes) {
            if (!change.instance().equals(instance)) {
                continue;
            }
            if (change.to().isFit()) {
                since.ifPresent(begin -> spans.add(new Span(begin, change.at())));
                since = Optional.empty();
            } else {
                since = Optional.of(change.at());
            }
        }
        since.ifPresent(begin -> spans.add(new Span(begin, Instant.MAX)));
        return spans;
    }

    private Optional<Instant> first(InstanceId instance, Instant from, Predicate<Readiness> wanted) {
        var own = changes.stream()
                .filter(change -> change.instance().equals(instance))
                .toList();
        var then = own.stream()
                .filter(change -> !change.at().isAfter(from))
                .reduce((former, later) -> later)
                .map(Change::to)
                .orElse(Readiness.NOT_READY);
        return wanted.test(then)
                ? Optional.of(from)
                : own.stream()
                        .filter(change -> change.at().isAfter(from) && wanted.test(change.to()))
                        .map(Change::at)
                        .findFirst();
    }

    private void look(InstanceId instance, Probe probe) {
        var now = readiness(probe);
        if (now != last.put(instance, now)) {
            changes.add(new Change(instance, clock.instant(), now));
        }
    }

    private static Readiness readiness(Probe probe) {
        try {
            return probe.readiness();
        } catch (PartUnreachable e) {
            return Readiness.NOT_READY;
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }

    @Override
    public String toString() {
        return looks.size() + " instances watched";
    }

    private record Change(InstanceId instance, Instant at, Readiness to) {}
}
