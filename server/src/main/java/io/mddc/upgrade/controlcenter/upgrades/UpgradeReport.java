package io.mddc.upgrade.controlcenter.upgrades;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * What happened.
 *
 * @param durationSeconds from the start to the end, or until now while it runs
 * @param forecasts of its end, as they were, against that end; empty while it runs
 */
public record UpgradeReport(@JsonUnwrapped UpgradeView upgrade, double durationSeconds, List<ToldForecast> forecasts) {
    private static final double MILLIS = 1_000;

    static UpgradeReport of(UpgradeView upgrade, List<ToldForecast> forecasts, Instant now) {
        var took = Duration.between(upgrade.startedAt(), upgrade.endedAt().orElse(now));
        return new UpgradeReport(upgrade, took.toMillis() / MILLIS, forecasts);
    }
}
