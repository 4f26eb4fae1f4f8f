package io.mddc.upgrade.lab.demo;

import io.mddc.upgrade.cluster.InstanceId;
import io.mddc.upgrade.cluster.UpgradeId;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Asks for the upgrade's new events a few times a second and hands each on once; while nobody answers it asks again. */
final class EventFeed implements AutoCloseable {
    private static final Duration EVERY = Duration.ofMillis(200);

    private final ControlCenterClient client;
    private final UpgradeId upgrade;
    private final List<UpgradeEvent> events = new CopyOnWriteArrayList<>();
    private final List<Consumer<UpgradeEvent>> listeners = new CopyOnWriteArrayList<>();
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor();
    private final AtomicInteger answers = new AtomicInteger();

    private @Nullable Future<?> asking;

    EventFeed(ControlCenterClient client, UpgradeId upgrade) {
        this.client = client;
        this.upgrade = upgrade;
    }

    UpgradeId upgrade() {
        return upgrade;
    }

    void tell(Consumer<UpgradeEvent> listener) {
        listeners.add(listener);
    }

    void start() {
        asking = thread.scheduleWithFixedDelay(this::ask, 0, EVERY.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** How often it was answered; what was recorded before two answers ago is handed on. */
    int answers() {
        return answers.get();
    }

    List<UpgradeEvent> events() {
        return List.copyOf(events);
    }

    /** When the unit's next event after that moment was. */
    Optional<Instant> firstOf(InstanceId instance, Instant after) {
        return first(event -> event.instance().equals(Optional.of(instance)), after);
    }

    /** When the next phase of maintenance after that moment began. */
    Optional<Instant> firstOfMaintenance(Instant after) {
        return first(event -> event.maintenance().isPresent(), after);
    }

    private Optional<Instant> first(Predicate<UpgradeEvent> which, Instant after) {
        return events.stream()
                .filter(which)
                .map(UpgradeEvent::at)
                .filter(at -> at.isAfter(after))
                .findFirst();
    }

    private void ask() {
        try {
            long last = events.isEmpty() ? 0 : events.get(events.size() - 1).seq();
            client.events(upgrade, last).forEach(this::hand);
            answers.incrementAndGet();
        } catch (UncheckedIOException | RefusedByControlCenter e) {
            // it is being restarted; whether it comes back is watched where the upgrade's end is waited for
            return;
        }
    }

    private void hand(UpgradeEvent event) {
        events.add(event);
        listeners.forEach(listener -> listener.accept(event));
    }

    @Override
    public void close() {
        var running = asking;
        if (running != null) {
            running.cancel(false);
        }
        thread.shutdownNow();
    }
}
