package io.mddc.upgrade.workflow;

import io.mddc.upgrade.cluster.UpgradeId;
import io.mddc.upgrade.run.Outcome;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;
import java.time.Duration;

/** The last child of every ending, and what the reconciler starts for an upgrade whose workflow is gone. */
@WorkflowInterface
public interface Cleanup {
    @WorkflowMethod(name = "Cleanup")
    void run(CleanupOrder order);

    /**
     * @param sentence why it ended so
     * @param silentHost how long to wait for a host before its instances are handed to a person
     */
    record CleanupOrder(UpgradeId upgrade, Outcome outcome, String sentence, Duration silentHost) {}
}
