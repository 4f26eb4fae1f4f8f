package io.mddc.upgrade.workflow;

import io.mddc.upgrade.cluster.UpgradeId;
import io.mddc.upgrade.run.Outcome;
import io.mddc.upgrade.run.UpgradeState;
import io.temporal.workflow.QueryMethod;
import io.temporal.workflow.UpdateMethod;
import io.temporal.workflow.UpdateValidatorMethod;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;

/** One whole upgrade; workflow id {@code upgrade/<id>}, see {@link WorkflowIds}. */
@WorkflowInterface
public interface SystemUpgrade {
    @WorkflowMethod(name = "SystemUpgrade")
    Outcome run(UpgradeId upgrade);

    /** Units before INSTALL rejoin, INSTALL and VERIFY finish, a soak is cut short. Returns once it is under way. */
    @UpdateMethod(name = "abort")
    void abort(Command command);

    @UpdateValidatorMethod(updateName = "abort")
    void validateAbort(Command command);

    @QueryMethod(name = "state")
    UpgradeState state();

    /**
     * @param upgrade the one it is meant for
     * @param by who gave it
     */
    record Command(UpgradeId upgrade, String by, String reason) {}
}
