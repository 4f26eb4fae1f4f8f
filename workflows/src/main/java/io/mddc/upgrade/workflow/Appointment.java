package io.mddc.upgrade.workflow;

import io.mddc.upgrade.cluster.Component;
import io.mddc.upgrade.cluster.UpgradeId;
import io.mddc.upgrade.contract.UpgradePlans.Outline;
import io.mddc.upgrade.plan.Forecast;
import io.mddc.upgrade.plan.Policy;
import io.mddc.upgrade.plan.StartTime;
import io.mddc.upgrade.run.UpgradeState;
import io.mddc.upgrade.run.WaitReason;
import io.mddc.upgrade.window.Opening;
import io.mddc.upgrade.window.WindowFit;
import io.temporal.workflow.Functions;
import io.temporal.workflow.Workflow;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * When an upgrade may work: from its start on, and where the policy wants that only in maintenance windows that leave it time
 * enough. While it waits with nothing in work it does not hold the cluster. Its timers are the workflow's, so they survive every
 * restart; what was missed meanwhile is said, and not caught up.
 */
final class Appointment {
    /** Windows may be changed while one is waited for. */
    private static final Duration LOOK = Duration.ofHours(1);

    private static final Duration HELD_LOOK = Duration.ofSeconds(10);

    /** A start that comes later than this was missed. */
    private static final Duration GRACE = Duration.ofMinutes(15);

    private final UpgradeId upgrade;
    private final UpgradeStanding standing;
    private final Functions.Func<Boolean> isOver;
    private boolean isHolding;
    private int changes;

    /**
     * @param isOver it is not waited any longer: the upgrade ends
     */
    Appointment(UpgradeId upgrade, UpgradeStanding standing, Functions.Func<Boolean> isOver) {
        this.upgrade = upgrade;
        this.standing = standing;
        this.isOver = isOver;
    }

    /** Returns when it may begin, holding the cluster; false when it was to begin so long ago that a person must say. */
    boolean awaitStart(Outline outline) {
        var start = outline.start();
        isHolding = start.kind() == StartTime.Kind.NOW;
        if (start.kind() == StartTime.Kind.NEXT_WINDOW) {
            awaitFit(outline.stages().get(0), needed(outline.stages().get(0), outline.policy()));
            return true;
        }
        boolean isInTime = start.at().map(this::awaitInstant).orElse(true);
        take();
        return isInTime;
    }

    private boolean awaitInstant(Instant at) {
        waitUntil(at, "It begins at %s.".formatted(at));
        while (Recorder.now().isBefore(at) && !isOver.apply()) {
            Workflow.await(Duration.between(Recorder.now(), at), isOver::apply);
        }
        return !Recorder.now().isAfter(at.plus(GRACE));
    }

    /** Returns when the stage, or its first unit, may begin; true when it had to wait for that. */
    boolean awaitWindow(Component component, Policy policy) {
        return policy.needsWindow(component) && awaitFit(component, needed(component, policy));
    }

    /** The same for the next unit of a stage in work, none of which is. */
    boolean awaitFit(Component component, Duration needed) {
        Optional<Opening> awaited = Optional.empty();
        boolean hasWaited = !isHolding;
        while (!isOver.apply()) {
            var now = Recorder.now();
            int known = changes;
            awaited.filter(opening -> !opening.closes().isAfter(now)).ifPresent(this::sayMissed);
            var fit = ControlCenter.windows().fit(component.title(), needed, now);
            if (fit instanceof WindowFit.Fits && (isHolding || take())) {
                return hasWaited;
            }
            hasWaited = true;
            awaited = fit.fold(
                    fits -> Optional.empty(), later -> Optional.of(later.opening()), never -> Optional.empty());
            if (!(fit instanceof WindowFit.Fits)) {
                say(fit.sentence() + ".", awaited.map(Opening::opens));
                release();
                awaitLook(awaited.map(Opening::opens), known);
            }
        }
        return hasWaited;
    }

    /** Windows or blackouts are others now: whoever waits for one looks again. */
    void windowsChanged() {
        changes++;
    }

    /** Each look that finds the same says nothing. */
    private void say(String sentence, Optional<Instant> opens) {
        opens.ifPresentOrElse(
                at -> waitUntil(at, sentence), () -> waitFor("an operator, who changes the windows", sentence));
    }

    /**
     * @param known how often windows had changed before the last look
     */
    private void awaitLook(Optional<Instant> opens, int known) {
        var left = opens.map(at -> Duration.between(Recorder.now(), at)).orElse(LOOK);
        Workflow.await(left.compareTo(LOOK) < 0 ? left : LOOK, () -> isOver.apply() || changes != known);
    }

    /** Returns false when it had to wait for the cluster: then the time must be looked at again. */
    private boolean take() {
        boolean isFirst = true;
        while (!isHolding && !isOver.apply()) {
            var holder = ControlCenter.hold().take(upgrade);
            isHolding = holder.isEmpty();
            if (!isHolding) {
                isFirst = false;
                waitFor(
                        "whoever runs that upgrade",
                        "Upgrade %s holds the cluster: this one waits for its end.".formatted(holder.get()));
                Workflow.await(HELD_LOOK, isOver::apply);
            }
        }
        return isFirst;
    }

    private void release() {
        if (isHolding) {
            ControlCenter.hold().release(upgrade);
            isHolding = false;
        }
    }

    private void sayMissed(Opening missed) {
        standing.note("The window from %s to %s was missed: nothing of this product ran then."
                .formatted(missed.opens(), missed.closes()));
    }

    private void waitUntil(Instant deadline, String sentence) {
        waits(sentence, new WaitReason.Until(sentence, Recorder.now(), deadline));
    }

    private void waitFor(String person, String sentence) {
        waits(sentence, new WaitReason.ForPerson(sentence, Recorder.now(), person));
    }

    private void waits(String sentence, WaitReason wait) {
        standing.waits(new UpgradeVoice.Word(UpgradeState.SCHEDULED, sentence, wait));
    }

    private Duration needed(Component component, Policy policy) {
        var forecast = new Forecast(policy, ControlCenter.windows().stepTimes(component));
        int units = policy.needsMaintenance(component)
                ? ControlCenter.plans().stage(upgrade, component).units().size()
                : 1;
        return forecast.neededToBegin(component, units);
    }
}
