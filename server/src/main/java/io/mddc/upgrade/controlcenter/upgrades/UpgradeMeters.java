package io.mddc.upgrade.controlcenter.upgrades;

import io.mddc.upgrade.cluster.UpgradeId;
import io.mddc.upgrade.run.RunEvent;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.List;
import org.jdbi.v3.core.JdbiException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Upgrades in numbers: counts are read when they are asked for, the time of a step is measured when it is left. */
public final class UpgradeMeters implements RunLogWatch {
    private static final Logger log = LoggerFactory.getLogger(UpgradeMeters.class);

    private final CountDao counts;
    private final MeterRegistry meters;
    private final MultiGauge upgrades;
    private final MultiGauge units;

    public UpgradeMeters(CountDao counts, MeterRegistry meters) {
        this.counts = counts;
        this.meters = meters;
        this.upgrades = MultiGauge.builder("mddc.upgrade.upgrades")
                .description("Upgrades that are known, by state and outcome")
                .register(meters);
        this.units = MultiGauge.builder("mddc.upgrade.units")
                .description("Units of the upgrade that holds the cluster, by state")
                .register(meters);
    }

    /** To be done before the numbers are shown. */
    public void count() {
        try {
            upgrades.register(
                    counts.listUpgrades().stream().map(UpgradeMeters::row).toList(), true);
            units.register(counts.listUnits().stream().map(UpgradeMeters::row).toList(), true);
        } catch (JdbiException databaseAway) {
            log.debug("Nothing can be counted at the moment", databaseAway);
        }
    }

    @Override
    public void recorded(RunEvent event, List<LeftStep> left) {
        left.forEach(step -> timer(step).record(step.took()));
    }

    @Override
    public void ended(UpgradeId upgrade) {
        // It is counted when the numbers are asked for.
    }

    private Timer timer(LeftStep step) {
        return Timer.builder("mddc.upgrade.step")
                .description("How long a unit was in a step")
                .tags("component", step.component().name(), "step", step.step().name())
                .serviceLevelObjectives(
                        Duration.ofSeconds(1),
                        Duration.ofSeconds(5),
                        Duration.ofSeconds(30),
                        Duration.ofMinutes(2),
                        Duration.ofMinutes(10),
                        Duration.ofMinutes(30),
                        Duration.ofHours(1),
                        Duration.ofHours(4))
                .register(meters);
    }

    private static MultiGauge.Row<?> row(CountDao.Upgrades counted) {
        var outcome = counted.outcome().map(Enum::name).orElse("NONE");
        return MultiGauge.Row.of(Tags.of("state", counted.state().name(), "outcome", outcome), counted.number());
    }

    private static MultiGauge.Row<?> row(CountDao.Units counted) {
        return MultiGauge.Row.of(
                Tags.of(
                        "component",
                        counted.component().name(),
                        "state",
                        counted.state().name()),
                counted.number());
    }
}
