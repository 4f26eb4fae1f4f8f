package io.mddc.upgrade.workflow;

import io.mddc.upgrade.cluster.Component;
import io.mddc.upgrade.cluster.UpgradeId;
import io.mddc.upgrade.contract.UpgradePlans.Outline;
import io.mddc.upgrade.plan.Policy;
import io.mddc.upgrade.plan.WayBackRule;
import io.mddc.upgrade.run.UnitState;
import io.temporal.failure.CanceledFailure;
import io.temporal.workflow.CancellationScope;
import io.temporal.workflow.Workflow;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;

/**
 * The way of an upgrade: from its start the stages in their order, each after its approval, its window and another look, what
 * takes the system down in maintenance mode; then, if it was commanded, all of it back.
 */
final class UpgradeCourse {
    private static final Duration USUAL_PATIENCE = Duration.ofMinutes(5);

    private final UpgradeId upgrade;
    private final UpgradeVoice voice;
    private final StageRuns stages;
    private final UpgradeStanding standing;
    private final StageApprovals approvals;
    private final Appointment appointment;
    private final StageHooks hooks;
    private final CancellationScope work;
    private boolean isReady;
    private Duration patience = USUAL_PATIENCE;

    UpgradeCourse(UpgradeId upgrade, UpgradeVoice voice, StageRuns stages, UpgradeStanding standing) {
        this.upgrade = upgrade;
        this.voice = voice;
        this.stages = stages;
        this.standing = standing;
        this.approvals = new StageApprovals(standing);
        this.appointment = new Appointment(upgrade, standing, () -> standing.isTurned() || isCancelled());
        this.hooks = new StageHooks(upgrade, voice, standing, this::awaitRelease, this::mayBegin);
        this.work = Workflow.newCancellationScope(this::takeAll);
    }

    void run() {
        work.run();
    }

    StageApprovals approvals() {
        return approvals;
    }

    /** The stage in work comes to a safe end, and no other begins. */
    void cancel(String why) {
        work.cancel(why);
    }

    /** How long a silent host is waited for; what is usual, until the plan is read. */
    Duration patience() {
        return patience;
    }

    private boolean isCancelled() {
        return work.isCancelRequested();
    }

    private void takeAll() {
        var outline = ControlCenter.plans().outline(upgrade);
        patience = outline.policy().limits().silentHost();
        if (!appointment.awaitStart(outline)) {
            standing.awaitPerson(
                    "Its start at %s was missed: nothing of this product ran then. Resume begins it now, abort ends it."
                            .formatted(outline.start()));
        }
        standing.begins("The upgrade runs: " + outline.stages().size() + " stage(s).");
        for (var component : outline.stages()) {
            prepare(component, outline);
            if (mayBegin()) {
                take(component, outline.policy());
                hooks.after(component, outline, stages.ends(component));
            }
        }
        if (standing.isRollingBack()) {
            takeBack(outline);
        }
    }

    /** All that a stage waits for, again when somebody had it paused in the middle. */
    private void prepare(Component component, Outline outline) {
        do {
            awaitLeave(component, outline.policy());
            if (appointment.awaitWindow(component, outline.policy())) {
                standing.begins(component.title() + " may begin: its window is open.");
            }
            lookAgain(component, outline.policy());
        } while (mayBegin() && (wasPausedMeanwhile(component) || !hooks.before(component, outline)));
    }

    /** While it waited for its window. */
    private boolean wasPausedMeanwhile(Component component) {
        boolean wasPaused = standing.isPaused();
        if (wasPaused) {
            standing.awaitPerson(component.title() + " might begin now, but the upgrade was paused.");
        }
        return wasPaused;
    }

    private boolean mayBegin() {
        return !standing.isRollingBack() && !standing.isBroken() && !isCancelled();
    }

    /** Until it is approved, if it needs that, and nothing is paused. */
    private void awaitLeave(Component component, Policy policy) {
        if (policy.approval().stages().contains(component)) {
            approvals.await(component);
        }
        standing.awaitFree();
    }

    /** Returns when nothing is in its way, or a person has had it taken back. */
    private void lookAgain(Component component, Policy policy) {
        var preflight = new Preflight(upgrade, voice);
        var obstacle = preflight.obstacle(component, policy, standing::isRollingBack);
        while (obstacle.isPresent() && !standing.isRollingBack()) {
            standing.awaitPerson(obstacle.get() + " Resume looks again.");
            obstacle = preflight.obstacle(component, policy, standing::isRollingBack);
        }
    }

    private void take(Component component, Policy policy) {
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
        standing.sayStopped();
        Workflow.newDetachedCancellationScope(() -> Workflow.await(() -> !standing.isStopped() || isCancelled()))
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

    void readyForMaintenance() {
        isReady = true;
    }

    /** The stage in work goes on when what its next unit needs fits into a window. */
    void awaitFit(Component component, Duration needed) {
        appointment.awaitFit(component, needed);
        standing.begins(component.title() + " goes on: its window is open.");
        if (!standing.isTurned()) {
            stages.tell(StageUpgrade::windowOpens);
        }
    }

    void windowsChanged() {
        appointment.windowsChanged();
    }

    private void leave(MaintenanceMode mode, Component component) {
        boolean isFit = !standing.isBroken() && !stages.ends(component).contains(UnitState.FAILED);
        if (!mode.leave(isFit)) {
            standing.broken("The system stays closed: a person must repair it, then reopen upgrade " + upgrade + ".");
        }
    }

    private void takeBack(Outline outline) {
        var newestFirst = new ArrayList<>(outline.stages());
        Collections.reverse(newestFirst);
        for (var component : newestFirst) {
            awaitRelease();
            if (!isCancelled()) {
                takeBack(component, outline.policy());
            }
        }
    }

    /** What keeps data may only stay as it is, so nothing has to be taken down for it. */
    private void takeBack(Component component, Policy policy) {
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

    private void keepTrack(Component component, boolean isKnown) {
        if (!isKnown) {
            standing.broken("The stage " + component.title() + " was ended from outside.");
        }
    }
}
