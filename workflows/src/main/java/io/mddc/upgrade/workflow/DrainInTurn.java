package io.mddc.upgrade.workflow;

import io.mddc.upgrade.cluster.Hook;
import io.mddc.upgrade.contract.Baseline;
import io.mddc.upgrade.contract.Isolated;
import io.mddc.upgrade.plan.Policy;
import io.mddc.upgrade.run.Step;
import io.mddc.upgrade.run.UnitEvent;
import io.mddc.upgrade.run.WaitReason;
import io.temporal.failure.CanceledFailure;
import java.time.Instant;

/**
 * The DRAIN of a unit when its turn has come: out of new work, and until nothing is in progress. What returns to work comes again
 * at the end of the queue, once; a return that an emergency stop asks for does not count.
 */
final class DrainInTurn {
    private final UnitOrder order;
    private final UnitProgress progress;
    private final UnitWords words;
    private final FiveSteps steps;
    private final Turn turn;
    private final Draining draining;
    private final UnitStop stop;
    private final EmergencyBrake brake = new EmergencyBrake();
    private boolean hasReturned;

    DrainInTurn(UnitOrder order, UnitProgress progress, FiveSteps steps, Turn turn, UnitStop stop) {
        this.order = order;
        this.progress = progress;
        this.words = new UnitWords(order.plan());
        this.steps = steps;
        this.turn = turn;
        this.stop = stop;
        var rules = rules();
        this.draining = new Draining(order.plan().instance(), rules, rules.whenPassed(), progress, steps::drainFor);
    }

    /** An instance out of work, and how its files went on. */
    record Drained(Baseline before, Draining.End end) {}

    /** What people may say of its files. */
    Draining draining() {
        return draining;
    }

    /** An empty sentence is the release. */
    void emergency(String sentence) {
        brake.set(sentence);
    }

    /** Returns when the installer may begin. */
    Drained await() {
        while (true) {
            awaitTurn();
            progress.on(UnitEvent.GO, words.takingOut(), rules().limit());
            var deadline = progress.entered().plus(rules().limit());
            var out = brake.unlessSet(() -> takeOut(deadline));
            if (stop.isAsked()) {
                throw new CanceledFailure(stop.sentence());
            }
            boolean goesOn = out.filter(it -> it.end() != Draining.End.RETURN).isPresent();
            if (goesOn) {
                steps.runHook(Hook.BEFORE_INSTALL, Step.DRAIN);
            }
            if (out.isEmpty() || brake.isSet()) {
                returnToQueue(brake.sentence());
            } else if (goesOn) {
                return out.get();
            } else {
                returnForWork();
            }
        }
    }

    /** A turn given just before an emergency stop is none. */
    private void awaitTurn() {
        do {
            turn.await();
        } while (brake.isSet());
    }

    private Drained takeOut(Instant deadline) {
        var isolated = steps.isolate(Step.DRAIN, deadline);
        if (!words.isFar()) {
            sayLeft(isolated, deadline);
        }
        return new Drained(isolated.baseline(), draining.await(deadline));
    }

    private void sayLeft(Isolated isolated, Instant deadline) {
        var sentence = name() + " drains: " + isolated.work().sentence() + ".";
        progress.say(sentence, new WaitReason.Until(sentence, progress.entered(), deadline));
    }

    private void returnForWork() {
        var why = name() + " did not run out of work: " + draining.left() + ".";
        if (hasReturned) {
            throw new StepFailed(UnitEvent.RETURN, why);
        }
        hasReturned = true;
        returnToQueue(why);
    }

    private void returnToQueue(String why) {
        var silent = order.policy().limits().silentHost();
        progress.on(UnitEvent.RETURN, why + " It returns to work.", silent);
        steps.takeWorkAgain(Recorder.now().plus(silent));
        progress.queue(UnitEvent.RETURNED_TO_QUEUE, why + " It comes again at the end of the queue.");
    }

    private Policy.Drain rules() {
        return order.policy().drain();
    }

    private String name() {
        return order.plan().instance().value();
    }
}
