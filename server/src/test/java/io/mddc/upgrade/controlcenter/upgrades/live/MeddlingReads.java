package io.mddc.upgrade.controlcenter.upgrades.live;

import io.mddc.upgrade.cluster.UpgradeId;
import io.mddc.upgrade.controlcenter.upgrades.EventView;
import io.mddc.upgrade.controlcenter.upgrades.UpgradeQueries;
import io.mddc.upgrade.controlcenter.upgrades.UpgradeView;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** Real reads; something may be made to happen just after one that found no more lines. */
final class MeddlingReads implements UpgradeQueries {
    private final UpgradeQueries real;
    private final AtomicReference<Runnable> afterNothing = new AtomicReference<>(() -> {});

    MeddlingReads(UpgradeQueries real) {
        this.real = real;
    }

    /** Once. */
    void afterNothing(Runnable happens) {
        afterNothing.set(happens);
    }

    @Override
    public List<EventView> events(UpgradeId id, long after, int limit) {
        var events = real.events(id, after, limit);
        if (events.isEmpty()) {
            afterNothing.getAndSet(() -> {}).run();
        }
        return events;
    }

    @Override
    public boolean hasEnded(UpgradeId id) {
        return real.hasEnded(id);
    }

    @Override
    public Optional<UpgradeView> find(UpgradeId id) {
        return real.find(id);
    }

    @Override
    public Optional<UpgradeView> holder() {
        return real.holder();
    }

    @Override
    public List<UpgradeView> list(Optional<UpgradeId> after, int limit) {
        return real.list(after, limit);
    }

    @Override
    public List<EventView> newestEvents(UpgradeId id, int limit) {
        return real.newestEvents(id, limit);
    }
}
