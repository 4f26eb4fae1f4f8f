package io.mddc.upgrade.workflow;

import io.mddc.upgrade.run.UnitReport;
import io.temporal.workflow.SignalMethod;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;

/** One upgraded instance back to its former package. Its workflow id is the lock of the instance, as that of its upgrade was. */
@WorkflowInterface
public interface UnitRollback {
    @WorkflowMethod(name = "UnitRollback")
    UnitReport run(UnitOrder order);

    /** The stage lets it go. */
    @SignalMethod(name = "go")
    void go();

    /** Before its turn it stays as it is; after that the way back finishes. */
    @SignalMethod(name = "stop")
    void stop();
}
