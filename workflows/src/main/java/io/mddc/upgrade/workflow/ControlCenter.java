package io.mddc.upgrade.workflow;

import io.mddc.upgrade.contract.ClusterHold;
import io.mddc.upgrade.contract.ClusterState;
import io.mddc.upgrade.contract.MaintenanceWindows;
import io.mddc.upgrade.contract.StatedInventory;
import io.mddc.upgrade.contract.TaskQueues;
import io.mddc.upgrade.contract.UpgradePlans;
import io.temporal.activity.ActivityOptions;
import io.temporal.common.RetryOptions;
import io.temporal.workflow.Workflow;
import java.time.Duration;

/** Calls to the control center's own activities. They are tried until they work: it is the process that runs the workflows. */
final class ControlCenter {
    private ControlCenter() {}

    static UpgradePlans plans() {
        return Workflow.newActivityStub(UpgradePlans.class, options("read the plan"));
    }

    static ClusterState cluster() {
        return Workflow.newActivityStub(ClusterState.class, options("count active instances"));
    }

    static ClusterHold hold() {
        return Workflow.newActivityStub(ClusterHold.class, options("the row that holds the cluster"));
    }

    static MaintenanceWindows windows() {
        return Workflow.newActivityStub(MaintenanceWindows.class, options("read the maintenance windows"));
    }

    static StatedInventory stated() {
        return Workflow.newActivityStub(StatedInventory.class, options("what the instance answers"));
    }

    private static ActivityOptions options(String summary) {
        return ActivityOptions.newBuilder()
                .setTaskQueue(TaskQueues.CONTROL_CENTER)
                .setStartToCloseTimeout(Duration.ofSeconds(30))
                .setSummary(summary)
                .setRetryOptions(RetryOptions.newBuilder()
                        .setInitialInterval(Duration.ofMillis(200))
                        .setMaximumInterval(Duration.ofSeconds(5))
                        .build())
                .build();
    }
}
