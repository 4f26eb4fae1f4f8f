package io.mddc.upgrade.controlcenter.upgrades;

import io.mddc.upgrade.cluster.InstanceId;
import io.mddc.upgrade.cluster.UpgradeId;
import io.mddc.upgrade.run.Step;
import java.time.Instant;
import java.util.Optional;

/** When a unit entered and left a step, in workflow time. */
public record StepRow(
        UpgradeId upgradeId, InstanceId instance, Step step, Instant beganAt, Optional<Instant> endedAt) {}
