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
    private final UpgradeVoice voice;
    private final Functions.Func<Boolean> isOver;
    private boolean isHolding;
    private String said = "";

    /**
     * @param isOver it is not waited any longer: the upgrade ends
     */
    Appointment(UpgradeId upgrade, UpgradeVoice voice, Functions.Func<Boolean> isOver) {
        this.upgrade = upgrade;
        this.voice = voice;
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
        say("It begins at %s.".formatted(at), at);
        while (Recorder.now().isBefore(at) && !isOver.apply()) {
            Workflow.await(Duration.between(Recorder.now(), at), isOver::apply);
        }
        return !Recorder.now().isAfter(at.plus(GRACE));
    }

    /** Returns when the stage, or its first unit, may begin. */
    void awaitWindow(Component component, Policy policy) {
        if (policy.needsWindow(component)) {
            awaitFit(component, needed(component, policy));
        }
    }

    /** The same for the next unit of a stage in work, none of which is. */
    void awaitFit(Component component, Duration needed) {
        Optional<Opening> awaited = Optional.empty();
        while (!isOver.apply()) {
            var now = Recorder.now();
            awaited.filter(opening -> !opening.closes().isAfter(now)).ifPresent(this::sayMissed);
            var fit = ControlCenter.windows().fit(component.title(), needed, now);
            if (fit instanceof WindowFit.Fits && (isHolding || take())) {
                return;
            }
            awaited = fit.fold(
                    fits -> Optional.empty(), later -> Optional.of(later.opening()), never -> Optional.empty());
            if (!(fit instanceof WindowFit.Fits)) {
                await(fit.sentence() + ".", awaited.map(Opening::opens));
            }
        }
    }

    /** Holding nothing; each look that finds the same says nothing. */
    private void await(String sentence, Optional<Instant> opens) {
        if (!sentence.equals(said) || voice.state() != UpgradeState.SCHEDULED) {
            opens.ifPresentOrElse(at -> say(sentence, at), () -> sayNever(sentence));
            said = sentence;
        }
        release();
        var left = opens.map(at -> Duration.between(Recorder.now(), at)).orElse(LOOK);
        Workflow.await(left.compareTo(LOOK) < 0 ? left : LOOK, isOver::apply);
    }

    /** Returns false when it had to wait for the cluster: then the time must be looked at again. */
    private boolean take() {
        boolean isFirst = true;
        while (!isHolding && !isOver.apply()) {
            var holder = ControlCenter.hold().take(upgrade);
            isHolding = holder.isEmpty();
            if (!isHolding) {
                if (isFirst) {
                    var sentence = "Upgrade %s holds the cluster: this one waits for its end.".formatted(holder.get());
                    voice.waitForPerson(UpgradeState.SCHEDULED, sentence, "whoever runs that upgrade");
                    said = sentence;
                    isFirst = false;
                }
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

    private void sayNever(String sentence) {
        voice.waitForPerson(UpgradeState.SCHEDULED, sentence, "an operator, who changes the windows");
    }

    private void sayMissed(Opening missed) {
        voice.say(
                UpgradeState.SCHEDULED,
                "The window from %s to %s was missed: nothing of this product ran then."
                        .formatted(missed.opens(), missed.closes()));
    }

    private void say(String sentence, Instant until) {
        voice.say(UpgradeState.SCHEDULED, sentence, new WaitReason.Until(sentence, Recorder.now(), until));
    }

    private Duration needed(Component component, Policy policy) {
        var forecast = new Forecast(policy, ControlCenter.windows().stepTimes(component));
        int units = policy.needsMaintenance(component)
                ? ControlCenter.plans().stage(upgrade, component).units().size()
                : 1;
        return forecast.neededToBegin(component, units);
    }
}
