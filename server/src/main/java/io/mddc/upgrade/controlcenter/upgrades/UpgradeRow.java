package io.mddc.upgrade.controlcenter.upgrades;

import io.mddc.upgrade.cluster.UpgradeId;
import io.mddc.upgrade.plan.Finding;
import io.mddc.upgrade.plan.Policy;
import io.mddc.upgrade.plan.StartTime;
import io.mddc.upgrade.plan.UpgradePlan;
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
 * @param startTime when it was to begin
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
        Optional<MaintenancePhase> maintenance,
        StartTime startTime) {
    /** What {@code activeKey} is for all, so that at most one row has it. */
    static final String HOLDS = "cluster";

    /** One that begins later holds nothing until then. */
    static UpgradeRow starting(UpgradeId id, UpgradePlan plan, StartTime start, String by, Instant now) {
        boolean isNow = start.kind() == StartTime.Kind.NOW;
        var sentence = isNow ? "It is being started." : "It is scheduled: " + start + ".";
        return new UpgradeRow(
                id,
                isNow ? Optional.of(HOLDS) : Optional.empty(),
                isNow ? UpgradeState.STARTING : UpgradeState.SCHEDULED,
                Optional.empty(),
                sentence,
                new WaitReason.ForOthers(sentence, now, "the engine that runs its workflow"),
                plan.policy(),
                plan.findings(),
                by,
                now,
                Optional.empty(),
                Optional.empty(),
                start);
    }

    boolean hasEnded() {
        return outcome.isPresent();
    }
}
