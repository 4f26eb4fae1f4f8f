package io.mddc.upgrade.lab.demo;

import io.mddc.upgrade.cluster.InstanceId;
import io.mddc.upgrade.cluster.UpgradeId;
import io.mddc.upgrade.lab.chaos.EngineSigns;
import io.mddc.upgrade.lab.chaos.LifeSigns;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/** The signs of going on that this run can see. */
final class LabSigns implements LifeSigns {
    private final EngineSigns engine;
    private final EventFeed events;
    private final ReadinessWatch readiness;
    private final UpgradeId upgrade;

    LabSigns(EngineSigns engine, EventFeed events, ReadinessWatch readiness, UpgradeId upgrade) {
        this.engine = engine;
        this.events = events;
        this.readiness = readiness;
        this.upgrade = upgrade;
    }

    @Override
    public Optional<Instant> ofWorker(InstanceId instance, Instant after) {
        return engine.activity(instance, after)
                .or(() -> events.firstOf(instance, after))
                .or(() -> events.firstOfMaintenance(after));
    }

    @Override
    public Optional<Instant> ofControlCenter() {
        return engine.workflowTask(upgrade);
    }

    @Override
    public Optional<Instant> ofEngine() {
        return engine.answers();
    }

    @Override
    public Optional<Instant> ofCleanup() {
        return engine.cleanup(upgrade);
    }

    @Override
    public Optional<Instant> ofInstance(InstanceId instance) {
        return readiness.isReady(instance) ? Optional.of(Clock.systemUTC().instant()) : Optional.empty();
    }
}
