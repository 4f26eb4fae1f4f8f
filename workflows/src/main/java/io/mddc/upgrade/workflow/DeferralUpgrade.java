package io.mddc.upgrade.workflow;

import io.mddc.upgrade.run.UnitReport;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;

/** One instance through the five steps, the worker running the installer. Its workflow id is the lock of the instance. */
@WorkflowInterface
public interface DeferralUpgrade extends UnitUpgrade {
    @WorkflowMethod(name = "DeferralUpgrade")
    UnitReport run(UnitOrder order);
}
