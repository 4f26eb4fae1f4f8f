package io.mddc.upgrade.workflow;

import io.mddc.upgrade.run.UnitReport;
import io.temporal.workflow.UpdateMethod;
import io.temporal.workflow.UpdateValidatorMethod;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;

/**
 * One instance through the five steps by its installer file, run by a person or by the worker for them. Its workflow id is the
 * lock of the instance.
 */
@WorkflowInterface
public interface InstallerUpgrade extends UnitUpgrade {
    @WorkflowMethod(name = "InstallerUpgrade")
    UnitReport run(UnitOrder order);

    /** A person says that the installer has ended; the host is looked at before that is believed. */
    @UpdateMethod(name = "confirmInstalled")
    void confirmInstalled(Command command);

    @UpdateValidatorMethod(updateName = "confirmInstalled")
    void validateConfirmInstalled(Command command);
}
