package io.mddc.upgrade.workflow;

import io.mddc.upgrade.plan.UnitPlan;
import io.mddc.upgrade.run.Effect;
import io.mddc.upgrade.run.UnitEvent;
import io.mddc.upgrade.run.WaitReason;
import io.mddc.upgrade.workflow.DeferralUpgrade.UnitOrder;
import io.temporal.workflow.Workflow;
import java.time.Instant;
import java.util.Set;

/**
 * How a unit leaves its steps before the last one: where {@link io.mddc.upgrade.run.UnitState} says, after doing what that
 * asks for. So no end leaves an instance isolated without a person who knows, and no silent host is waited for without end.
 */
final class SafeExit {
    private final UnitOrder order;
    private final UnitProgress progress;
    private final FiveSteps steps;

    SafeExit(UnitOrder order, UnitProgress progress, FiveSteps steps) {
        this.order = order;
        this.progress = progress;
        this.steps = steps;
    }

    /** Goes where the table says and does what it asks for, whatever was cancelled. */
    void leave(UnitEvent event, String why, UnitEvent whenBack) {
        Workflow.newDetachedCancellationScope(() -> {
                    var effects = progress.state().on(event).effects();
                    var kept = effects.contains(Effect.ISOLATE) ? isolateAgain(why) : why;
                    var wait = effects.contains(Effect.NAME_A_PERSON) ? person(kept) : waitOfReturn(effects, kept);
                    progress.on(event, kept, wait);
                    if (effects.contains(Effect.REJOIN)) {
                        comeBack(why, whenBack);
                    }
                })
                .run();
    }

    private String isolateAgain(String why) {
        try {
            steps.isolate(progress.state().step().orElseThrow(), patience());
            return why;
        } catch (StepFailed notIsolated) {
            return why + " It could not be isolated: " + notIsolated.sentence();
        }
    }

    private void comeBack(String why, UnitEvent whenBack) {
        try {
            var rejoined = steps.rejoin(patience());
            if (rejoined.eligible() || !rejoined.isolatedBy().isEmpty()) {
                progress.on(whenBack, why, WaitReason.NOTHING);
            } else {
                stayOut(why + " It does not take work again: " + rejoined.sentence());
            }
        } catch (StepFailed failed) {
            stayOut(why + " It could not rejoin: " + failed.sentence());
        }
    }

    private void stayOut(String why) {
        progress.on(UnitEvent.STEP_FAILED, why, person(why));
    }

    private WaitReason waitOfReturn(Set<Effect> effects, String why) {
        return effects.contains(Effect.REJOIN)
                ? new WaitReason.Until(why + " It returns to work.", Recorder.now(), patience())
                : WaitReason.NOTHING;
    }

    private WaitReason person(String why) {
        return new WaitReason.ForPerson(
                plan().instance() + " is kept out of work on " + plan().host() + ": " + why,
                Recorder.now(),
                "an administrator of " + plan().host());
    }

    private Instant patience() {
        return Recorder.now().plus(order.policy().limits().silentHost());
    }

    private UnitPlan plan() {
        return order.plan();
    }
}
