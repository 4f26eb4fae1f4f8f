package io.mddc.upgrade.controlcenter.upgrades;

import io.mddc.upgrade.cluster.Component;
import io.mddc.upgrade.cluster.HostId;
import io.mddc.upgrade.cluster.InstanceId;
import io.mddc.upgrade.cluster.UpgradeId;
import io.mddc.upgrade.cluster.Version;
import io.mddc.upgrade.plan.StartTime;
import io.mddc.upgrade.run.MaintenancePhase;
import io.mddc.upgrade.run.Outcome;
import io.mddc.upgrade.run.Step;
import io.mddc.upgrade.run.UnitState;
import io.mddc.upgrade.run.UpgradeState;
import io.mddc.upgrade.run.WaitReason;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * An upgrade as people and scripts see it: page, terminal and API show these same values.
 *
 * @param sentence where it stands
 * @param start when it was to begin
 * @param maintenance where its maintenance mode is; empty when it never was in any
 * @param workflow its id in the engine
 * @param webUi where its workflow is looked at; empty when the engine has no Web UI
 */
public record UpgradeView(
        UpgradeId id,
        UpgradeState state,
        Optional<Outcome> outcome,
        String sentence,
        WaitReason waitReason,
        String startedBy,
        Instant startedAt,
        Optional<Instant> endedAt,
        StartTime start,
        Optional<MaintenancePhase> maintenance,
        String workflow,
        String webUi,
        List<FindingView> findings,
        List<StageView> stages) {
    public UpgradeView {
        findings = List.copyOf(findings);
        stages = List.copyOf(stages);
    }

    /** All instances of one component. */
    public record StageView(
            Component component,
            Version target,
            int minimumActive,
            String sentence,
            WaitReason waitReason,
            List<UnitView> units) {
        public StageView {
            units = List.copyOf(units);
        }
    }

    /**
     * One instance.
     *
     * @param step the one it is in; empty between steps and at an end
     * @param steps those it has begun, in their order
     */
    public record UnitView(
            InstanceId instance,
            HostId host,
            Version from,
            Version to,
            UnitState state,
            Optional<Step> step,
            String sentence,
            WaitReason waitReason,
            List<StepView> steps) {
        public UnitView {
            steps = List.copyOf(steps);
        }
    }

    /** When a step began and ended, in workflow time. */
    public record StepView(Step step, Instant begin, Optional<Instant> end) {}
}
