package io.mddc.upgrade.workflow;

import io.mddc.upgrade.cluster.Component;
import io.mddc.upgrade.cluster.UpgradeId;
import io.mddc.upgrade.run.Outcome;
import io.mddc.upgrade.run.UpgradeState;
import io.temporal.workflow.QueryMethod;
import io.temporal.workflow.SignalMethod;
import io.temporal.workflow.UpdateMethod;
import io.temporal.workflow.UpdateValidatorMethod;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;
import java.time.Duration;

/** One upgrade: its stages in order, and the cleanup of every ending. Its id is {@code upgrade/<id>}, see {@link WorkflowIds}. */
@WorkflowInterface
public interface SystemUpgrade {
    @WorkflowMethod(name = "SystemUpgrade")
    Outcome run(UpgradeId upgrade);

    /** The stage in work begins no units, because it was paused or its budget is spent; sent by the stage. */
    @SignalMethod(name = UpgradeLink.HALTED)
    void halted(String why, boolean idle);

    /**
     * While an emergency stop is set nothing begins; its release resumes what it had stopped, and nothing that a person paused.
     *
     * @param sentence of the stop; empty when it is released
     */
    @SignalMethod(name = "emergency")
    void emergency(String sentence);

    /** No unit is in work any more while an emergency stop is set; sent by the stage. */
    @SignalMethod(name = UpgradeLink.IDLE)
    void idle();

    /** The first unit of the stage in work has its package and waits for the whole system to be down; sent by the stage. */
    @SignalMethod(name = UpgradeLink.READY_FOR_MAINTENANCE)
    void readyForMaintenance();

    /** The next unit of the stage in work needs so long, and no window leaves it that; sent by the stage, with none in work. */
    @SignalMethod(name = UpgradeLink.OUT_OF_WINDOW)
    void outOfWindow(Component component, Duration needed);

    /** Windows or blackouts are others now: whoever waits for one looks again. */
    @SignalMethod(name = "windowsChanged")
    void windowsChanged();

    /** No unit begins any more; those in work finish. */
    @UpdateMethod(name = "pause")
    void pause(Command command);

    @UpdateValidatorMethod(updateName = "pause")
    void validatePause(Command command);

    @UpdateMethod(name = "resume")
    void resume(Command command);

    @UpdateValidatorMethod(updateName = "resume")
    void validateResume(Command command);

    /** Units before INSTALL rejoin, INSTALL and VERIFY finish, a soak is cut short. Returns once it is under way. */
    @UpdateMethod(name = "abort")
    void abort(Command command);

    @UpdateValidatorMethod(updateName = "abort")
    void validateAbort(Command command);

    /** Units in work go back at their next safe state, then the upgraded ones, newest first. Returns once it is under way. */
    @UpdateMethod(name = "rollback")
    void rollback(Command command);

    @UpdateValidatorMethod(updateName = "rollback")
    void validateRollback(Command command);

    /** The stage that waits for a person may begin. */
    @UpdateMethod(name = "approveStage")
    void approveStage(Command command, Component component);

    @UpdateValidatorMethod(updateName = "approveStage")
    void validateApproveStage(Command command, Component component);

    @QueryMethod(name = "state")
    UpgradeState state();
}
