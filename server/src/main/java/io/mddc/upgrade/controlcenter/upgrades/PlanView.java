package io.mddc.upgrade.controlcenter.upgrades;

import io.mddc.upgrade.cluster.Component;
import io.mddc.upgrade.cluster.HostId;
import io.mddc.upgrade.cluster.ImpactLevel;
import io.mddc.upgrade.cluster.InstanceId;
import io.mddc.upgrade.cluster.Version;
import io.mddc.upgrade.plan.Estimate;
import io.mddc.upgrade.plan.PlanPreview;
import io.mddc.upgrade.plan.StagePreview;
import io.mddc.upgrade.plan.StagePreview.UnitPreview;
import java.util.List;

/**
 * A plan preview as the API shows it.
 *
 * @param startable nothing stands in its way now
 */
public record PlanView(boolean startable, List<Stage> stages, List<FindingView> findings, Estimate expected) {
    static PlanView of(PlanPreview plan) {
        return new PlanView(
                plan.isStartable(),
                plan.stages().stream().map(Stage::of).toList(),
                plan.findings().stream().map(FindingView::of).toList(),
                plan.expected());
    }

    /** All instances of one component, in the order in which they go. */
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
            List<Unit> units) {
        static Stage of(StagePreview preview) {
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
                    preview.units().stream().map(Unit::of).toList());
        }
    }

    /** How much of file processing the component's upgrade touches. */
    public record Impact(int level, String sentence) {
        static Impact of(ImpactLevel level) {
            return new Impact(level.level(), level.sentence());
        }
    }

    /** One instance. */
    public record Unit(InstanceId instance, HostId host, Version from, Version to, boolean canary, boolean active) {
        static Unit of(UnitPreview preview) {
            var unit = preview.unit();
            return new Unit(unit.instance(), unit.host(), unit.from(), unit.to(), preview.canary(), preview.active());
        }
    }
}
