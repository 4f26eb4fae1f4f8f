package io.mddc.upgrade.controlcenter.upgrades;

import io.mddc.upgrade.cluster.Component;
import io.mddc.upgrade.cluster.HostId;
import io.mddc.upgrade.cluster.ImpactLevel;
import io.mddc.upgrade.cluster.InstanceId;
import io.mddc.upgrade.cluster.Version;
import io.mddc.upgrade.plan.Asked;
import io.mddc.upgrade.plan.Estimate;
import io.mddc.upgrade.plan.PlanPreview;
import io.mddc.upgrade.plan.StagePreview;
import io.mddc.upgrade.plan.StagePreview.UnitPreview;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A plan preview as the API shows it.
 *
 * @param startable nothing stands in its way now
 */
public record PlanView(boolean startable, List<Stage> stages, List<FindingView> findings, Estimate expected) {
    /**
     * @param inWindow when a stage kept to maintenance windows could begin
     */
    static PlanView of(PlanPreview plan, Function<StagePreview, String> inWindow) {
        return new PlanView(
                plan.isStartable(),
                plan.stages().stream()
                        .map(stage -> Stage.of(stage, inWindow.apply(stage)))
                        .toList(),
                plan.findings().stream().map(FindingView::of).toList(),
                plan.expected());
    }

    /**
     * All instances of one component, in the order in which they go.
     *
     * @param inWindow when it could begin if it is kept to maintenance windows; empty where there are none
     */
    public record Stage(
            Component component,
            String title,
            Version target,
            Impact impact,
            int minimumActive,
            int slots,
            int failureBudget,
            String pointOfNoReturn,
            Estimate expected,
            String inWindow,
            List<Unit> units) {
        static Stage of(StagePreview preview, String inWindow) {
            var stage = preview.stage();
            return new Stage(
                    stage.component(),
                    stage.component().title(),
                    stage.target(),
                    Impact.of(stage.component().impact()),
                    stage.minimumActive(),
                    preview.slots(),
                    preview.failureBudget(),
                    preview.pointOfNoReturn(),
                    preview.expected(),
                    inWindow,
                    preview.units().stream().map(Unit::of).toList());
        }
    }

    /** How much of file processing the component's upgrade touches. */
    public record Impact(int level, String sentence) {
        static Impact of(ImpactLevel level) {
            return new Impact(level.level(), level.sentence());
        }
    }

    /**
     * One instance.
     *
     * @param askedFrom the host whose worker asks it, as its own has none; empty for all others
     */
    public record Unit(
            InstanceId instance,
            HostId host,
            Version from,
            Version to,
            boolean canary,
            boolean active,
            Optional<HostId> askedFrom) {
        static Unit of(UnitPreview preview) {
            var unit = preview.unit();
            return new Unit(
                    unit.instance(),
                    unit.host(),
                    unit.from(),
                    unit.to(),
                    preview.canary(),
                    preview.active(),
                    unit.asked().map(Asked::by));
        }
    }
}
