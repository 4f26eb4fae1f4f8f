package io.mddc.upgrade.controlcenter.upgrades;

import io.mddc.upgrade.cluster.Component;
import io.mddc.upgrade.cluster.HostId;
import io.mddc.upgrade.cluster.InstanceId;
import io.mddc.upgrade.cluster.UpgradeId;
import io.mddc.upgrade.cluster.Version;
import io.mddc.upgrade.eta.Eta;
import io.mddc.upgrade.eta.UpgradeEta;
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
 * @param eta when it will probably be over, of one alone that is not; empty in lists
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
        Optional<Eta> eta,
        List<StageView> stages) {
    public UpgradeView {
        findings = List.copyOf(findings);
        stages = List.copyOf(stages);
    }

    UpgradeView with(UpgradeEta known) {
        return new UpgradeView(
                id,
                state,
                outcome,
                sentence,
                waitReason,
                startedBy,
                startedAt,
                endedAt,
                start,
                maintenance,
                workflow,
                webUi,
                findings,
                Optional.of(known.whole()),
                stages.stream()
                        .map(stage ->
                                known.of(stage.component()).map(stage::with).orElse(stage))
                        .toList());
    }

    /** All instances of one component. */
    public record StageView(
            Component component,
            Version target,
            int minimumActive,
            String sentence,
            WaitReason waitReason,
            Optional<Eta> eta,
            List<UnitView> units) {
        public StageView {
            units = List.copyOf(units);
        }

        private StageView with(UpgradeEta.StageEta known) {
            var now = units.stream()
                    .map(unit -> unit.with(Optional.ofNullable(known.units().get(unit.instance()))))
                    .toList();
            return new StageView(
                    component, target, minimumActive, sentence, waitReason, Optional.of(known.whole()), now);
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
            Optional<Eta> eta,
            List<StepView> steps) {
        public UnitView {
            steps = List.copyOf(steps);
        }

        private UnitView with(Optional<Eta> known) {
            return new UnitView(instance, host, from, to, state, step, sentence, waitReason, known, steps);
        }
    }

    /** When a step began and ended, in workflow time. */
    public record StepView(Step step, Instant begin, Optional<Instant> end) {}
}
