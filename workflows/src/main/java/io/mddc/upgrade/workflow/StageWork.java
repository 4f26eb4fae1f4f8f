package io.mddc.upgrade.workflow;

import io.mddc.upgrade.cluster.InstanceId;
import io.mddc.upgrade.plan.Policy;
import io.mddc.upgrade.plan.Policy.WhenSpent;
import io.mddc.upgrade.run.Remedy;
import io.mddc.upgrade.run.UnitState;
import io.mddc.upgrade.slots.Slots;
import java.util.function.Consumer;

/** A stage whose units are under way: what its upgrade tells it, and what it says when it begins none. */
final class StageWork {
    private final Policy policy;
    private final Slots slots;
    private final UnitRuns units;
    private final StageVoice voice;
    private final UpgradeLink upgrade;

    StageWork(Policy policy, Slots slots, UnitRuns units, StageVoice voice, UpgradeLink upgrade) {
        this.policy = policy;
        this.slots = slots;
        this.units = units;
        this.voice = voice;
        this.upgrade = upgrade;
    }

    Slots slots() {
        return slots;
    }

    UnitRuns units() {
        return units;
    }

    /** Halts when the budget is spent, and says why nothing begins. */
    void look() {
        if (slots.isSpent() && !units.isClosed()) {
            spent();
        } else if (slots.awaitsApproval() && slots.hasUnbegun()) {
            voice.waitForPerson(
                    "The first unit of %s is upgraded: look at it, then approve the others.".formatted(voice.title()),
                    Remedy.APPROVE,
                    Remedy.ROLLBACK,
                    Remedy.ABORT);
        }
        if (slots.isPaused() && !units.isClosed()) {
            upgrade.halted(voice.title() + " begins no more units.", slots.inWork() == 0);
        } else if (slots.isStopped() && slots.inWork() == 0) {
            upgrade.idle();
        }
    }

    private void spent() {
        var sentence = "%d of the units of %s failed, which spends the failure budget (%s)."
                .formatted(slots.failures(), voice.title(), policy.failureBudget());
        if (policy.whenSpent() == WhenSpent.END) {
            voice.say(sentence + " No more units begin.");
            units.close("the failure budget is spent");
            units.endTheWaiting();
        } else if (slots.hasUnbegun() && !slots.isPaused()) {
            slots.pause();
            voice.waitForPerson(
                    sentence + " Resume lets one more failure happen; or retry, roll back, abort.",
                    Remedy.RESUME,
                    Remedy.RETRY,
                    Remedy.ROLLBACK,
                    Remedy.ABORT);
        }
    }

    void moved(InstanceId instance, UnitState state, boolean waits) {
        units.moved(instance, state, waits);
    }

    void alone(InstanceId instance) {
        slots.askToBeAlone(instance);
        units.wake();
    }

    void pause() {
        slots.pause();
        units.wake();
    }

    void resume() {
        slots.resume();
        upgrade.goesOn();
        units.wake();
    }

    /** First nobody is let, then those that were let are told; and the other way round. */
    void emergency(String sentence) {
        Consumer<Unit> word = unit -> unit.child().send(() -> unit.emergency().apply(sentence));
        if (sentence.isEmpty()) {
            units.tell(word);
            slots.release();
            upgrade.goesOn();
        } else {
            slots.stop();
            units.tell(word);
        }
        units.wake();
    }

    void leaveOut() {
        units.close("the system could not be taken down");
        units.endTheWaiting();
    }

    void goBack() {
        units.close("the upgrade is rolled back");
        units.tell(unit -> unit.child().send(() -> unit.goBack().apply("The upgrade is rolled back.")));
    }
}
