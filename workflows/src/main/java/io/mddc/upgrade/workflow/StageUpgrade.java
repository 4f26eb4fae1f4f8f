package io.mddc.upgrade.workflow;

import io.mddc.upgrade.cluster.Component;
import io.mddc.upgrade.cluster.InstanceId;
import io.mddc.upgrade.cluster.UpgradeId;
import io.mddc.upgrade.plan.Policy;
import io.mddc.upgrade.run.UnitReport;
import io.temporal.workflow.SignalMethod;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;
import java.util.List;

/** All instances of one component inside an upgrade. */
@WorkflowInterface
public interface StageUpgrade {
    @WorkflowMethod(name = "StageUpgrade")
    List<UnitReport> run(StageOrder order);

    /** A unit has its package and waits for its turn; sent by the unit. */
    @SignalMethod(name = "uploaded")
    void uploaded(InstanceId instance);

    /** No more units begin; those in work come to a safe end. */
    @SignalMethod(name = "stop")
    void stop();

    /**
     * @param budgetLeft failures until the stage begins no more units
     */
    record StageOrder(UpgradeId upgrade, Component component, Policy policy, int budgetLeft) {}
}
