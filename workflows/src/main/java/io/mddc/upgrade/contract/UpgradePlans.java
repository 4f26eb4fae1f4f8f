package io.mddc.upgrade.contract;

import io.mddc.upgrade.cluster.Component;
import io.mddc.upgrade.cluster.UpgradeId;
import io.mddc.upgrade.plan.Policy;
import io.mddc.upgrade.plan.StageHook;
import io.mddc.upgrade.plan.StagePlan;
import io.mddc.upgrade.plan.StartTime;
import io.temporal.activity.ActivityInterface;
import io.temporal.activity.ActivityMethod;
import java.util.List;

/** The immutable plan rows of the control center; reading only. */
@ActivityInterface
public interface UpgradePlans {
    @ActivityMethod(name = "LoadOutline")
    Outline outline(UpgradeId upgrade);

    @ActivityMethod(name = "LoadStage")
    StagePlan stage(UpgradeId upgrade, Component component);

    /** What stands in the way of a stage now, in sentences; the world moves after a plan is made. */
    @ActivityMethod(name = "Preflight")
    List<String> preflight(UpgradeId upgrade, Component component);

    /**
     * The stages in their order and the policy; the units stay in the rows until their stage begins.
     *
     * @param hooks what hosts have programs for around the stages
     */
    record Outline(List<Component> stages, Policy policy, StartTime start, List<StageHook> hooks) {
        public Outline {
            start = start == null ? StartTime.NOW : start;
            hooks = hooks == null ? List.of() : List.copyOf(hooks);
        }
    }
}
