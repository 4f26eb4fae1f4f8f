package io.mddc.upgrade.workflow;

import io.mddc.upgrade.plan.UnitPlan;
import io.mddc.upgrade.run.UnitReport;
import io.mddc.upgrade.run.UnitState;
import io.temporal.api.common.v1.WorkflowExecution;
import io.temporal.client.WorkflowExecutionAlreadyStarted;
import io.temporal.failure.ChildWorkflowFailure;
import io.temporal.workflow.CancellationScope;
import io.temporal.workflow.Promise;
import java.util.List;

/** A unit whose workflow was asked for. */
record StartedUnit(
        UnitPlan plan,
        DeferralUpgrade child,
        Promise<WorkflowExecution> execution,
        Promise<UnitReport> report,
        CancellationScope scope) {

    /** Waits for the engine's answer; false when another upgrade's unit holds the instance. */
    boolean isStarted() {
        try {
            execution.get();
            return true;
        } catch (ChildWorkflowFailure failure) {
            if (failure.getCause() instanceof WorkflowExecutionAlreadyStarted) {
                return false;
            }
            throw failure;
        }
    }

    boolean hasEnded() {
        return report.isCompleted();
    }

    /** Waits for its end, which comes after a cancel too. */
    UnitReport end() {
        try {
            return report.get();
        } catch (ChildWorkflowFailure terminated) {
            return new UnitReport(
                    plan.instance(),
                    UnitState.FAILED,
                    plan.instance() + " is in an unknown state: its workflow was ended from outside.",
                    List.of());
        }
    }

    /** Its workflow did not live to report its own end. */
    boolean wasTerminated() {
        return hasEnded() && report.getFailure() != null;
    }
}
