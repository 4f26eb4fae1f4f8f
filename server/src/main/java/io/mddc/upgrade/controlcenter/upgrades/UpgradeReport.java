package io.mddc.upgrade.controlcenter.upgrades;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Duration;
import java.time.Instant;

/**
 * What happened.
 *
 * @param durationSeconds from the start to the end, or until now while it runs
 */
public record UpgradeReport(@JsonUnwrapped UpgradeView upgrade, double durationSeconds) {
    private static final double MILLIS = 1_000;

    static UpgradeReport of(UpgradeView upgrade, Instant now) {
        var took = Duration.between(upgrade.startedAt(), upgrade.endedAt().orElse(now));
        return new UpgradeReport(upgrade, took.toMillis() / MILLIS);
    }
}
