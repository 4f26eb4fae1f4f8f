package io.mddc.upgrade.workflow;

import io.mddc.upgrade.cluster.Component;
import io.mddc.upgrade.cluster.UpgradeId;
import io.mddc.upgrade.run.Outcome;
import io.mddc.upgrade.run.UnitState;
import io.mddc.upgrade.run.UpgradeState;
import io.mddc.upgrade.workflow.Cleanup.CleanupOrder;
import io.temporal.api.enums.v1.ParentClosePolicy;
import io.temporal.failure.ActivityFailure;
import io.temporal.failure.CanceledFailure;
import io.temporal.workflow.CancellationScope;
import io.temporal.workflow.ChildWorkflowOptions;
import io.temporal.workflow.Workflow;
import io.temporal.workflow.WorkflowInit;
import java.time.Duration;

/**
 * The course of an upgrade, and the cleanup, whatever happened on the way. An abort by command and a cancel in the Temporal Web
 * UI are the same: the stage in work is stopped and waited for.
 */
public final class SystemUpgradeImpl implements SystemUpgrade {
    private final UpgradeId upgrade;
    private final UpgradeVoice voice;
    private final StageRuns stages;
    private final UpgradeStanding standing;
    private final UpgradeCourse course;
    private final UpgradeCommands commands;

    @WorkflowInit
    public SystemUpgradeImpl(UpgradeId upgrade) {
        this.upgrade = upgrade;
        this.voice = new UpgradeVoice(new Recorder(upgrade), UpgradeState.RUNNING);
        this.stages = new StageRuns(upgrade);
        this.standing = new UpgradeStanding(voice, stages);
        this.course = new UpgradeCourse(upgrade, voice, stages, standing);
        this.commands = new UpgradeCommands(upgrade, voice, stages, standing, course);
    }

    @Override
    public Outcome run(UpgradeId same) {
        try {
            course.run();
        } catch (CanceledFailure | ActivityFailure cancelled) {
            // Its own activities are tried until they work: one that fails was cancelled.
            standing.abort();
        }
        if (CancellationScope.current().isCancelRequested()) {
            standing.abort();
        }
        var outcome = standing.outcomeOf(stages.ends());
        Workflow.newDetachedCancellationScope(() -> cleanUp(outcome)).run();
        Workflow.await(Workflow::isEveryHandlerFinished);
        return outcome;
    }

    private void cleanUp(Outcome outcome) {
        var why = standing.sentence().isEmpty() ? summary(outcome) : standing.sentence();
        voice.cleansUp(course.patience());
        voice.say(UpgradeState.ENDING, why);
        var cleanup = Workflow.newChildWorkflowStub(
                Cleanup.class,
                ChildWorkflowOptions.newBuilder()
                        .setWorkflowId(WorkflowIds.ofCleanup(upgrade))
                        .setWorkflowTaskTimeout(UpgradeWorkflows.TASK_TIMEOUT)
                        .setParentClosePolicy(ParentClosePolicy.PARENT_CLOSE_POLICY_ABANDON)
                        .setStaticSummary("Cleanup of upgrade " + upgrade)
                        .build());
        cleanup.run(new CleanupOrder(upgrade, outcome, why));
        voice.turn(UpgradeState.ENDED);
    }

    private String summary(Outcome outcome) {
        var ends = stages.ends();
        long upgraded = ends.stream().filter(UnitState.UPGRADED::equals).count();
        return "%s: %d of %d units upgraded.".formatted(outcome, upgraded, ends.size());
    }

    @Override
    public UpgradeState state() {
        return voice.state();
    }

    @Override
    public void halted(String why, boolean idle) {
        standing.halted(why, idle);
    }

    @Override
    public void idle() {
        standing.idle();
    }

    @Override
    public void emergency(String now) {
        if (standing.stop(now)) {
            stages.tell(stage -> stage.emergency(now));
        }
    }

    @Override
    public void readyForMaintenance() {
        course.readyForMaintenance();
    }

    @Override
    public void outOfWindow(Component component, Duration needed) {
        course.awaitFit(component, needed);
    }

    @Override
    public void windowsChanged() {
        course.windowsChanged();
    }

    @Override
    public void pause(Command command) {
        commands.pause(command);
    }

    @Override
    public void validatePause(Command command) {
        commands.validatePause(command);
    }

    @Override
    public void resume(Command command) {
        commands.resume(command);
    }

    @Override
    public void validateResume(Command command) {
        commands.validateResume(command);
    }

    @Override
    public void abort(Command command) {
        commands.abort(command);
    }

    @Override
    public void validateAbort(Command command) {
        commands.validateAbort(command);
    }

    @Override
    public void rollback(Command command) {
        commands.rollback(command);
    }

    @Override
    public void validateRollback(Command command) {
        commands.validateRollback(command);
    }

    @Override
    public void approveStage(Command command, Component component) {
        commands.approveStage(command, component);
    }

    @Override
    public void validateApproveStage(Command command, Component component) {
        commands.validateApproveStage(command, component);
    }
}
