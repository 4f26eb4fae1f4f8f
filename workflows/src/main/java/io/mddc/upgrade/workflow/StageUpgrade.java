package io.mddc.upgrade.workflow;

import io.mddc.upgrade.cluster.Component;
import io.mddc.upgrade.cluster.InstanceId;
import io.mddc.upgrade.cluster.UpgradeId;
import io.mddc.upgrade.plan.Policy;
import io.mddc.upgrade.run.UnitReport;
import io.mddc.upgrade.run.UnitState;
import io.temporal.workflow.SignalMethod;
import io.temporal.workflow.UpdateMethod;
import io.temporal.workflow.UpdateValidatorMethod;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;
import java.util.List;

/** All instances of one component inside an upgrade. */
@WorkflowInterface
public interface StageUpgrade {
    @WorkflowMethod(name = "StageUpgrade")
    List<UnitReport> run(StageOrder order);

    /** A unit is in another state, or waits to be let; sent by the unit. */
    @SignalMethod(name = UnitLink.MOVED)
    void moved(InstanceId instance, UnitState state, boolean waits);

    /** A unit is about to take more out of work than itself, and must be the only one until it moves on; sent by the unit. */
    @SignalMethod(name = UnitLink.ALONE)
    void alone(InstanceId instance);

    /** No unit begins; those in work finish. */
    @SignalMethod(name = "pause")
    void pause();

    /** Units begin again; a spent failure budget lets one more failure happen. */
    @SignalMethod(name = "resume")
    void resume();

    /** Nothing of it begins: the system could not be taken down for it. */
    @SignalMethod(name = "leaveOut")
    void leaveOut();

    /** A maintenance window is open that leaves the next unit its time, or the whole system is down. */
    @SignalMethod(name = "windowOpens")
    void windowOpens();

    /** No more units begin; those in work come to a safe end. */
    @SignalMethod(name = "stop")
    void stop();

    /** No more units begin; those in work go back at their next safe state. */
    @SignalMethod(name = "goBack")
    void goBack();

    /**
     * While an emergency stop is set no unit begins or goes on to its installer; those before it rejoin.
     *
     * @param sentence of the stop; empty when it is released
     */
    @SignalMethod(name = "emergency")
    void emergency(String sentence);

    /** The canary was looked at: the others may go. */
    @UpdateMethod(name = "approve")
    void approve(Command command);

    @UpdateValidatorMethod(updateName = "approve")
    void validateApprove(Command command);

    /** A unit that ended SKIPPED, ROLLED_BACK or CANCELLED is begun anew. */
    @UpdateMethod(name = "retry")
    void retry(Command.OnInstance command);

    @UpdateValidatorMethod(updateName = "retry")
    void validateRetry(Command.OnInstance command);

    /** A unit whose installer has not begun is left out. */
    @UpdateMethod(name = "skip")
    void skip(Command.OnInstance command);

    @UpdateValidatorMethod(updateName = "skip")
    void validateSkip(Command.OnInstance command);

    @UpdateMethod(name = "concurrency")
    void concurrency(Command.Concurrency command);

    @UpdateValidatorMethod(updateName = "concurrency")
    void validateConcurrency(Command.Concurrency command);

    /**
     * @param failuresBefore in the stages before this one; they count against the same budget
     */
    record StageOrder(UpgradeId upgrade, Component component, Policy policy, int failuresBefore) {}
}
