package io.mddc.upgrade.workflow;

import io.mddc.upgrade.cluster.UpgradeId;
import io.mddc.upgrade.run.Outcome;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;

/** The last child of every ending, and what the reconciler starts for an upgrade whose workflow is gone. */
@WorkflowInterface
public interface Cleanup {
    @WorkflowMethod(name = "Cleanup")
    void run(CleanupOrder order);

    /**
     * @param sentence why it ended so
     */
    record CleanupOrder(UpgradeId upgrade, Outcome outcome, String sentence) {}
}
