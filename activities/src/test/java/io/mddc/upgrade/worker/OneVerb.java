package io.mddc.upgrade.worker;

import io.mddc.upgrade.contract.DrainOutcome;
import io.mddc.upgrade.contract.HostActivities;
import io.mddc.upgrade.contract.HostOrders.BeginInstall;
import io.mddc.upgrade.contract.HostOrders.Drain;
import io.mddc.upgrade.contract.HostOrders.Upload;
import io.mddc.upgrade.contract.InstallOutcome;
import io.mddc.upgrade.contract.TaskQueues;
import io.temporal.activity.ActivityOptions;
import io.temporal.workflow.Workflow;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;
import java.time.Duration;

/** Workflows just long enough to have a worker do one thing. */
public final class OneVerb {
    /** Only the task token of a killed life brings an activity back before this is over. */
    private static final Duration HEARTBEAT = Duration.ofMinutes(3);

    private OneVerb() {}

    @WorkflowInterface
    public interface Installing {
        @WorkflowMethod
        InstallOutcome run(Upload upload, BeginInstall order);
    }

    public static final class InstallingImpl implements Installing {
        @Override
        public InstallOutcome run(Upload upload, BeginInstall order) {
            var activities = onHost();
            activities.upload(upload);
            activities.beginInstall(order);
            return activities.awaitInstall(order);
        }
    }

    @WorkflowInterface
    public interface Draining {
        @WorkflowMethod
        DrainOutcome run(Drain order);
    }

    public static final class DrainingImpl implements Draining {
        @Override
        public DrainOutcome run(Drain order) {
            return onHost().drain(order);
        }
    }

    private static HostActivities onHost() {
        return Workflow.newActivityStub(
                HostActivities.class,
                ActivityOptions.newBuilder()
                        .setTaskQueue(TaskQueues.ofHost(OneInstance.HOST))
                        .setStartToCloseTimeout(Duration.ofMinutes(10))
                        .setHeartbeatTimeout(HEARTBEAT)
                        .build());
    }
}
