package io.mddc.upgrade.workflow;

import io.mddc.upgrade.cluster.UpgradeMethod;
import io.mddc.upgrade.plan.UnitPlan;
import io.mddc.upgrade.run.Effect;
import io.mddc.upgrade.run.UnitEvent;
import io.mddc.upgrade.run.UnitState;
import io.mddc.upgrade.run.WaitReason;
import io.temporal.workflow.Workflow;
import java.time.Instant;
import java.util.Set;

/**
 * How a unit leaves its steps before the last one: where {@link UnitState} says, after doing what that asks for. So no end
 * leaves an instance isolated without a person who knows, and no silent host is waited for without end.
 */
final class SafeExit {
    private final UnitOrder order;
    private final UnitProgress progress;
    private final FiveSteps steps;
    private final WayBack wayBack;

    SafeExit(UnitOrder order, UnitProgress progress, FiveSteps steps, WayBack wayBack) {
        this.order = order;
        this.progress = progress;
        this.steps = steps;
        this.wayBack = wayBack;
    }

    void leave(StepFailed failed) {
        boolean isStopped = failed.event() == UnitEvent.NOT_BEGUN;
        leave(
                failing(failed.event()),
                failed.sentence(),
                isStopped ? UnitEvent.RETURNED_BY_CANCEL : UnitEvent.RETURNED);
    }

    private UnitEvent failing(UnitEvent event) {
        boolean isBad = event == UnitEvent.STEP_FAILED && progress.state().allows(UnitEvent.NO_WAY_BACK);
        return isBad && !wayBack.isPossible() ? UnitEvent.NO_WAY_BACK : event;
    }

    void leave(UnitStop stop) {
        var event = stop.event(wayBack);
        leave(event, stop.sentence(), event == UnitEvent.SKIP ? UnitEvent.RETURNED : UnitEvent.RETURNED_BY_CANCEL);
    }

    /**
     * Goes where the table says and does what it asks for, whatever was cancelled.
     *
     * @param whenBack what it means when the instance takes work again on the version it had
     */
    void leave(UnitEvent event, String why, UnitEvent whenBack) {
        Workflow.newDetachedCancellationScope(() -> {
                    var next = progress.state().on(event);
                    if (next.next() == UnitState.ROLLING_BACK) {
                        goBack(event, why, next.effects());
                    } else if (next.effects().contains(Effect.NAME_A_PERSON)) {
                        stayOut(
                                event,
                                wayBack.obstacle().map(no -> why + " " + no).orElse(why));
                    } else {
                        progress.on(event, why, waitOfReturn(next.effects(), why));
                        comeBack(next.effects(), why, whenBack);
                    }
                })
                .run();
    }

    private void goBack(UnitEvent event, String why, Set<Effect> effects) {
        var sentence = why + " The former version " + plan().from() + " is put back.";
        progress.on(event, sentence, wayBack.limit());
        try {
            wayBack.take(effects.contains(Effect.ISOLATE));
            progress.on(UnitEvent.WENT_BACK, why + " It runs " + plan().from() + " again.", WaitReason.NOTHING);
        } catch (StepFailed failed) {
            stayOut(UnitEvent.STEP_FAILED, why + " The way back failed: " + failed.sentence());
        }
    }

    /** It must not serve as it is. */
    private void stayOut(UnitEvent event, String why) {
        boolean isolate = progress.state().on(event).effects().contains(Effect.ISOLATE);
        var kept = isolate ? isolateAgain(why) : why;
        progress.on(event, kept, person(kept));
    }

    private String isolateAgain(String why) {
        try {
            steps.isolate(progress.state().step().orElseThrow(), patience());
            return why;
        } catch (StepFailed notIsolated) {
            return why + " It could not be isolated: " + notIsolated.sentence();
        }
    }

    private void comeBack(Set<Effect> effects, String why, UnitEvent whenBack) {
        if (!effects.contains(Effect.REJOIN)) {
            return;
        }
        try {
            var rejoined = steps.rejoin(patience());
            if (rejoined.eligible() || !rejoined.isolatedBy().isEmpty()) {
                progress.on(whenBack, why, WaitReason.NOTHING);
            } else {
                stayOut(UnitEvent.STEP_FAILED, why + " It does not take work again: " + rejoined.sentence());
            }
        } catch (StepFailed failed) {
            stayOut(UnitEvent.STEP_FAILED, why + " It could not rejoin: " + failed.sentence());
        }
    }

    private WaitReason waitOfReturn(Set<Effect> effects, String why) {
        return effects.contains(Effect.REJOIN)
                ? UnitProgress.until(
                        why + " It returns to work.", order.policy().limits().silentHost())
                : WaitReason.NOTHING;
    }

    private WaitReason person(String why) {
        return new WaitReason.ForPerson(
                plan().instance() + standing() + plan().host() + ": " + why,
                Recorder.now(),
                "an administrator of " + plan().host());
    }

    /** Only what is upgraded by deferral can be kept out of work. */
    private String standing() {
        return plan().component().method() == UpgradeMethod.DEFERRAL
                ? " is kept out of work on "
                : " needs to be looked at on ";
    }

    private Instant patience() {
        return Recorder.now().plus(order.policy().limits().silentHost());
    }

    private UnitPlan plan() {
        return order.plan();
    }
}
