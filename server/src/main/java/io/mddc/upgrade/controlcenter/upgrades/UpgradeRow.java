package io.mddc.upgrade.controlcenter.upgrades;

import io.mddc.upgrade.cluster.UpgradeId;
import io.mddc.upgrade.plan.Finding;
import io.mddc.upgrade.plan.Policy;
import io.mddc.upgrade.run.MaintenancePhase;
import io.mddc.upgrade.run.Outcome;
import io.mddc.upgrade.run.UpgradeState;
import io.mddc.upgrade.run.WaitReason;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * An upgrade as the database has it.
 *
 * @param activeKey present while it holds the cluster
 * @param maintenance where its maintenance mode is; empty when it never was in any
 */
public record UpgradeRow(
        UpgradeId id,
        Optional<String> activeKey,
        UpgradeState state,
        Optional<Outcome> outcome,
        String sentence,
        WaitReason waitReason,
        Policy policy,
        List<Finding> findings,
        String startedBy,
        Instant startedAt,
        Optional<Instant> endedAt,
        Optional<MaintenancePhase> maintenance) {
    /** What {@code activeKey} is for all, so that at most one row has it. */
    static final String HOLDS = "cluster";

    static UpgradeRow starting(UpgradeId id, Policy policy, List<Finding> findings, String by, Instant now) {
        return new UpgradeRow(
                id,
                Optional.of(HOLDS),
                UpgradeState.STARTING,
                Optional.empty(),
                "It is being started.",
                WaitReason.NOTHING,
                policy,
                findings,
                by,
                now,
                Optional.empty(),
                Optional.empty());
    }

    boolean hasEnded() {
        return outcome.isPresent();
    }
}
