package io.mddc.upgrade.workflow;

import static com.google.common.base.Preconditions.checkState;

import io.mddc.upgrade.cluster.Component;
import io.mddc.upgrade.cluster.UpgradeId;
import io.mddc.upgrade.contract.UpgradePlans.Outline;
import io.mddc.upgrade.plan.Policy;
import io.mddc.upgrade.plan.WayBackRule;
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
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * The stages in their order, then, if it was commanded, back; and the cleanup, whatever happened. An abort by command and a
 * cancel in the Temporal Web UI are the same: the stage in work is stopped and waited for.
 */
public final class SystemUpgradeImpl implements SystemUpgrade {
    private static final String PERSON = "an operator";
    private static final String ADMINISTRATOR = "an administrator";

    private final UpgradeId upgrade;
    private final UpgradeVoice voice;
    private final CancellationScope work;
    private final StageRuns stages;
    private final Appointment appointment;
    private final Set<Component> approved = EnumSet.noneOf(Component.class);
    private String sentence = "";
    private String stop = "";
    private Optional<Component> awaited = Optional.empty();
    private boolean paused;
    private boolean isReady;
    private boolean rollingBack;
    private boolean aborted;
    private boolean broken;

    @WorkflowInit
    public SystemUpgradeImpl(UpgradeId upgrade) {
        this.upgrade = upgrade;
        var recorder = new Recorder(upgrade);
        this.voice = new UpgradeVoice(recorder, UpgradeState.RUNNING);
        this.stages = new StageRuns(upgrade);
        this.appointment = new Appointment(upgrade, voice, () -> aborted || rollingBack || isCancelled());
        this.work = Workflow.newCancellationScope(this::work);
    }

    @Override
    public Outcome run(UpgradeId same) {
        try {
            work.run();
        } catch (CanceledFailure | ActivityFailure cancelled) {
            // Its own activities are tried until they work: one that fails was cancelled.
            aborted = true;
        }
        aborted |= CancellationScope.current().isCancelRequested();
        var outcome = broken && !aborted ? Outcome.FAILED : Outcome.of(aborted, stages.ends());
        Workflow.newDetachedCancellationScope(() -> cleanUp(outcome)).run();
        Workflow.await(Workflow::isEveryHandlerFinished);
        return outcome;
    }

    private void work() {
        var outline = ControlCenter.plans().outline(upgrade);
        if (!appointment.awaitStart(outline)) {
            missed(outline);
        }
        voice.say(UpgradeState.RUNNING, "The upgrade runs: " + outline.stages().size() + " stage(s).");
        for (var component : outline.stages()) {
            await(component, outline);
            appointment.awaitWindow(component, outline.policy());
            preflight(component, outline.policy());
            if (!rollingBack && !broken && !CancellationScope.current().isCancelRequested()) {
                run(component, outline.policy());
            }
        }
        if (rollingBack) {
            rollBack(outline);
        }
    }

    private void missed(Outline outline) {
        paused = true;
        voice.waitForPerson(
                UpgradeState.PAUSED,
                "Its start at %s was missed: nothing of this product ran then. Resume begins it now, abort ends it."
                        .formatted(outline.start()),
                PERSON);
        Workflow.await(() -> !paused || rollingBack);
    }

    /** Returns when nothing is in its way, or a person has had it taken back. */
    private void preflight(Component component, Policy policy) {
        var preflight = new Preflight(upgrade, voice);
        var obstacle = preflight.obstacle(component, policy, () -> rollingBack);
        while (obstacle.isPresent() && !rollingBack) {
            paused = true;
            voice.waitForPerson(UpgradeState.PAUSED, obstacle.get() + " Resume looks again.", PERSON);
            Workflow.await(() -> !paused || rollingBack);
            obstacle = preflight.obstacle(component, policy, () -> rollingBack);
        }
    }

    private boolean isCancelled() {
        return work.isCancelRequested();
    }

    private void run(Component component, Policy policy) {
        awaitRelease();
        stages.begin(component, policy);
        if (policy.needsMaintenance(component) && isMaintenanceWanted()) {
            var mode = new MaintenanceMode(upgrade, policy, voice);
            boolean isDown = mode.enter(component);
            stages.tell(isDown ? StageUpgrade::windowOpens : StageUpgrade::leaveOut);
            keepTrack(component, stages.await(component));
            leave(mode, component);
        } else {
            keepTrack(component, stages.await(component));
        }
    }

    /** Nothing begins during an emergency stop; an abort ends the wait, and what it keeps from beginning. */
    private void awaitRelease() {
        sayStopped();
        Workflow.newDetachedCancellationScope(() -> Workflow.await(() -> stop.isEmpty() || work.isCancelRequested()))
                .run();
    }

    /** Its units have their packages before the system is taken down; false when none will need that. */
    private boolean isMaintenanceWanted() {
        isReady = false;
        try {
            Workflow.await(() -> isReady || stages.hasEnded());
            return !stages.hasEnded();
        } catch (CanceledFailure stopped) {
            return false;
        }
    }

    private void leave(MaintenanceMode mode, Component component) {
        boolean isFit = !broken && !stages.ends(component).contains(UnitState.FAILED);
        if (!mode.leave(isFit)) {
            broken = true;
            sentence = "The system stays closed: a person must repair it, then reopen upgrade " + upgrade + ".";
        }
    }

    /** Until it is not paused, and the stage is approved if it needs that. */
    private void await(Component component, Outline outline) {
        if (outline.policy().approval().stages().contains(component) && !approved.contains(component) && !rollingBack) {
            awaited = Optional.of(component);
            sayAwaited(component);
            Workflow.await(() -> approved.contains(component) || rollingBack);
            awaited = Optional.empty();
        }
        Workflow.await(() -> (!paused && stop.isEmpty()) || rollingBack);
    }

    private void rollBack(Outline outline) {
        var newestFirst = new ArrayList<>(outline.stages());
        Collections.reverse(newestFirst);
        for (var component : newestFirst) {
            awaitRelease();
            if (!CancellationScope.current().isCancelRequested()) {
                rollBack(component, outline.policy());
            }
        }
    }

    /** What keeps data may only stay as it is, so nothing has to be taken down for it. */
    private void rollBack(Component component, Policy policy) {
        boolean isChange = policy.wayBackOf(component) == WayBackRule.REINSTALL
                && stages.ends(component).contains(UnitState.UPGRADED);
        if (!isChange || !policy.needsMaintenance(component)) {
            keepTrack(component, stages.rollBack(component, policy));
            return;
        }
        var mode = new MaintenanceMode(upgrade, policy, voice);
        if (mode.enter(component)) {
            keepTrack(component, stages.rollBack(component, policy));
        }
        leave(mode, component);
    }

    private void sayAwaited(Component component) {
        voice.waitForPerson(UpgradeState.AWAITING_APPROVAL, component.title() + " waits to be approved.", PERSON);
    }

    private void keepTrack(Component component, boolean isKnown) {
        if (!isKnown) {
            broken = true;
            sentence = "The stage " + component.title() + " was ended from outside.";
        }
    }

    @Override
    public void halted(String why, boolean idle) {
        if (!aborted && !rollingBack) {
            paused = true;
            var said = stop.isEmpty() ? why : stop;
            voice.waitForPerson(
                    idle ? UpgradeState.PAUSED : UpgradeState.PAUSING,
                    idle ? said : said + " Units in work finish.",
                    PERSON);
        }
    }

    @Override
    public void emergency(String now) {
        if (now.equals(stop) || aborted) {
            stop = now;
            return;
        }
        stop = now;
        if (stop.isEmpty()) {
            sayReleased();
        } else {
            sayStopped();
        }
        stages.tell(stage -> stage.emergency(now));
    }

    @Override
    public void idle() {
        if (!stop.isEmpty() && voice.state() == UpgradeState.PAUSING) {
            voice.waitForPerson(UpgradeState.PAUSED, stop, ADMINISTRATOR);
        }
    }

    /** Not of one that waits for its time: it begins nothing anyway. */
    private void sayStopped() {
        if (stop.isEmpty() || voice.state() == UpgradeState.SCHEDULED) {
            return;
        }
        var standing = stages.isInWork() ? UpgradeState.PAUSING : UpgradeState.PAUSED;
        voice.waitForPerson(rollingBack ? UpgradeState.RUNNING : standing, stop, ADMINISTRATOR);
    }

    /** What a person had paused stays so. */
    private void sayReleased() {
        var what = "The emergency stop is released.";
        if (voice.state() == UpgradeState.SCHEDULED) {
            return;
        }
        if (paused) {
            voice.waitForPerson(
                    stages.isInWork() ? UpgradeState.PAUSING : UpgradeState.PAUSED, what + " It stays paused.", PERSON);
        } else {
            voice.say(UpgradeState.RUNNING, what);
            awaited.ifPresent(this::sayAwaited);
        }
    }

    @Override
    public void readyForMaintenance() {
        isReady = true;
    }

    @Override
    public void outOfWindow(Component component, Duration needed) {
        appointment.awaitFit(component, needed);
        if (!aborted && !rollingBack) {
            voice.say(UpgradeState.RUNNING, component.title() + " goes on: its window is open.");
            sayStopped();
            stages.tell(StageUpgrade::windowOpens);
        }
    }

    @Override
    public void pause(Command command) {
        paused = true;
        var what = command.sentence("Paused");
        voice.waitForPerson(stages.isInWork() ? UpgradeState.PAUSING : UpgradeState.PAUSED, what, PERSON);
        stages.tell(StageUpgrade::pause);
    }

    @Override
    public void validatePause(Command command) {
        checkMeant(command);
        checkState(!paused, "Upgrade %s is %s already.", upgrade, voice.state());
        checkState(!rollingBack, "Upgrade %s is being rolled back: that is not paused.", upgrade);
    }

    @Override
    public void resume(Command command) {
        paused = false;
        voice.say(UpgradeState.RUNNING, command.sentence("Resumed"));
        awaited.ifPresent(this::sayAwaited);
        sayStopped();
        stages.tell(StageUpgrade::resume);
    }

    @Override
    public void validateResume(Command command) {
        checkMeant(command);
        checkState(paused, "Upgrade %s is %s: it is not paused.", upgrade, voice.state());
    }

    @Override
    public void abort(Command command) {
        aborted = true;
        sentence = command.sentence("Aborted");
        voice.say(UpgradeState.RUNNING, sentence + " Units in work come to a safe end.");
        work.cancel(sentence);
    }

    @Override
    public void validateAbort(Command command) {
        checkMeant(command);
    }

    @Override
    public void rollback(Command command) {
        rollingBack = true;
        paused = false;
        sentence = command.sentence("Rolled back");
        voice.say(UpgradeState.RUNNING, sentence + " Units in work go back first.");
        stages.tell(StageUpgrade::goBack);
    }

    @Override
    public void validateRollback(Command command) {
        checkMeant(command);
        checkState(!rollingBack, "Upgrade %s is being rolled back already.", upgrade);
    }

    @Override
    public void approveStage(Command command, Component component) {
        approved.add(component);
        var what = command.sentence(component.title() + " is approved");
        if (paused) {
            voice.waitForPerson(UpgradeState.PAUSED, what, PERSON);
        } else {
            voice.say(UpgradeState.RUNNING, what);
        }
    }

    @Override
    public void validateApproveStage(Command command, Component component) {
        checkMeant(command);
        checkState(
                awaited.filter(component::equals).isPresent() && !approved.contains(component),
                "%s does not wait for an approval.",
                component.title());
    }

    @Override
    public UpgradeState state() {
        return voice.state();
    }

    private void checkMeant(Command command) {
        checkState(command.upgrade().equals(upgrade), "This is upgrade %s, not %s.", upgrade, command.upgrade());
        checkState(
                voice.state() != UpgradeState.ENDING && voice.state() != UpgradeState.ENDED,
                "Upgrade %s is %s: nothing is left to command.",
                upgrade,
                voice.state());
        checkState(!aborted, "Upgrade %s is being aborted already.", upgrade);
    }

    private void cleanUp(Outcome outcome) {
        var why = sentence.isEmpty() ? summary(outcome) : sentence;
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
}
