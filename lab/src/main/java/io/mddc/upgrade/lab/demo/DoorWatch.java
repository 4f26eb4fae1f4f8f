package io.mddc.upgrade.lab.demo;

import io.mddc.upgrade.cluster.InstanceId;
import io.mddc.upgrade.lab.service.admin.PartProbe;
import io.mddc.upgrade.lab.service.http.PartUnreachable;
import io.mddc.upgrade.lab.service.http.UnexpectedAnswer;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Asks each gateway ten times a second whether it is closed for maintenance, and keeps each change with its moment. */
final class DoorWatch implements AutoCloseable {
    private static final long EVERY_MILLIS = 100;

    private final Clock clock = Clock.systemUTC();
    private final Map<InstanceId, Door> last = new ConcurrentHashMap<>();
    private final ConcurrentLinkedQueue<Change> changes = new ConcurrentLinkedQueue<>();
    private final ScheduledExecutorService threads;
    private final List<? extends Future<?>> looks;

    /** What a gateway says. */
    enum Door {
        OPEN,
        CLOSED,
        /** Nothing: it is being upgraded, or was killed. */
        SILENT
    }

    record Change(InstanceId gateway, Instant at, Door to) {}

    DoorWatch(Map<InstanceId, PartProbe> gateways) {
        threads = Executors.newScheduledThreadPool(gateways.size());
        looks = gateways.entrySet().stream()
                .map(gateway -> threads.scheduleWithFixedDelay(
                        () -> look(gateway.getKey(), gateway.getValue()), 0, EVERY_MILLIS, TimeUnit.MILLISECONDS))
                .toList();
    }

    /** How many there are. */
    int gateways() {
        return looks.size();
    }

    List<Change> changes() {
        return changes.stream().sorted(Comparator.comparing(Change::at)).toList();
    }

    /** Those that said so when they last answered anything. */
    List<InstanceId> closed() {
        return last.keySet().stream()
                .filter(gateway -> changes().stream()
                        .filter(change -> change.gateway().equals(gateway) && change.to() != Door.SILENT)
                        .reduce((former, later) -> later)
                        .filter(change -> change.to() == Door.CLOSED)
                        .isPresent())
                .sorted()
                .toList();
    }

    /** What it said first after that moment, once it had been silent; empty when that was not seen. */
    Optional<Door> firstAfterSilence(InstanceId gateway, Instant moment) {
        return changes().stream()
                .filter(change ->
                        change.gateway().equals(gateway) && change.at().isAfter(moment))
                .filter(change -> change.to() != Door.SILENT)
                .map(Change::to)
                .findFirst();
    }

    private void look(InstanceId gateway, PartProbe probe) {
        var now = door(probe);
        if (now != last.put(gateway, now)) {
            changes.add(new Change(gateway, clock.instant(), now));
        }
    }

    private static Door door(PartProbe probe) {
        try {
            return probe.isClosed() ? Door.CLOSED : Door.OPEN;
        } catch (PartUnreachable | UnexpectedAnswer e) {
            return Door.SILENT;
        }
    }

    @Override
    public void close() {
        looks.forEach(look -> look.cancel(false));
        threads.shutdownNow();
    }
}
