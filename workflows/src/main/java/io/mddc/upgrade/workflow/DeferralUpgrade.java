package io.mddc.upgrade.workflow;

import io.mddc.upgrade.cluster.UpgradeId;
import io.mddc.upgrade.plan.Policy;
import io.mddc.upgrade.plan.UnitPlan;
import io.mddc.upgrade.run.UnitReport;
import io.temporal.workflow.SignalMethod;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;
import java.time.Duration;

/** One instance through the five steps, the worker running the installer. Its workflow id is the lock of the instance. */
@WorkflowInterface
public interface DeferralUpgrade {
    @WorkflowMethod(name = "DeferralUpgrade")
    UnitReport run(UnitOrder order);

    /** The stage gives it a slot. */
    @SignalMethod(name = "go")
    void go();

    /** It comes to a safe end: before INSTALL it rejoins, INSTALL and VERIFY finish, the soak is cut short. */
    @SignalMethod(name = "stop")
    void stop();

    /**
     * @param soak how long it is watched at the end
     */
    record UnitOrder(UpgradeId upgrade, UnitPlan plan, Policy policy, Duration soak) {}
}
