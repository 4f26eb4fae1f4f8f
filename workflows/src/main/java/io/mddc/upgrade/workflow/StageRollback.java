package io.mddc.upgrade.workflow;

import io.mddc.upgrade.cluster.Component;
import io.mddc.upgrade.cluster.InstanceId;
import io.mddc.upgrade.cluster.UpgradeId;
import io.mddc.upgrade.plan.Policy;
import io.mddc.upgrade.run.UnitReport;
import io.mddc.upgrade.run.UnitState;
import io.temporal.workflow.SignalMethod;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;
import java.util.List;

/** The upgraded instances of one component back to their former packages, the newest first, in slots like any stage. */
@WorkflowInterface
public interface StageRollback {
    /** Gives a report for each of the upgraded ones. */
    @WorkflowMethod(name = "StageRollback")
    List<UnitReport> run(RollbackOrder order);

    @SignalMethod(name = UnitLink.MOVED)
    void moved(InstanceId instance, UnitState state, boolean waits);

    /** No more units begin; those that went finish. */
    @SignalMethod(name = "stop")
    void stop();

    /**
     * @param upgraded the reports of the units to take back, the newest first
     */
    record RollbackOrder(UpgradeId upgrade, Component component, Policy policy, List<UnitReport> upgraded) {
        public RollbackOrder {
            upgraded = List.copyOf(upgraded);
        }
    }
}
