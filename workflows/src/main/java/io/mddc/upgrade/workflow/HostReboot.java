package io.mddc.upgrade.workflow;

import io.mddc.upgrade.contract.RebootOutcome;
import io.mddc.upgrade.plan.UnitPlan;
import io.mddc.upgrade.run.WaitReason;
import io.temporal.workflow.Functions;
import java.time.Duration;
import java.util.Optional;

/**
 * The reboot of a unit's host, where the policy allows it:
 *
 * <ol>
 *   <li>The unit waits until no other unit of its stage is at work; none is let until it moves on.
 *   <li>What else is on the host is asked for now. The host of what takes the whole system down is left to a person.
 *   <li>It waits, and says why, until every component keeps its minimum without those on the host.
 *   <li>Each of them is isolated, under a permit that names it and this unit, then drained.
 *   <li>The host is started again, once for the operation, whatever dies; its boot id tells when it was.
 *   <li>Each that was ready must be ready again, and takes work again.
 * </ol>
 *
 * <p>When it is stopped, or cannot be, before the fifth, those that were taken out take work again. Whoever is left isolated at
 * the end is found by the cleanup: its permit is kept.
 */
final class HostReboot {
    private final UnitOrder order;
    private final UnitProgress progress;
    private final HostSteps steps;
    private final Turn turn;

    HostReboot(UnitOrder order, UnitProgress progress, FiveSteps steps, Turn turn) {
        this.order = order;
        this.progress = progress;
        this.steps = steps.onHost();
        this.turn = turn;
    }

    /**
     * Why a person must do it; empty when the host was started again and all is back on it, and when the unit is stopped.
     *
     * @param boot the kernel's id of the start that is to end
     * @param why it is asked for
     */
    Optional<String> take(String boot, String why, Functions.Func<Boolean> isStopped) {
        progress.say(
                "%s asks for a reboot of %s: %s. It waits until no other unit is at work."
                        .formatted(plan().instance(), plan().host(), why),
                whole());
        if (!turn.awaitAlone(isStopped)) {
            return Optional.of("");
        }
        var neighbours = new Neighbours(order, progress, steps, isStopped);
        try {
            neighbours.takeOut();
            start(boot, isStopped);
            neighbours.awaitReady();
            return Optional.empty();
        } catch (StepFailed not) {
            neighbours.giveBack();
            return Optional.of(not.sentence());
        }
    }

    private void start(String boot, Functions.Func<Boolean> isStopped) {
        progress.say(
                plan().host() + " is started again.", order.policy().limits().ready());
        var operation = steps.nextOperation();
        var outcome = steps.reboot(operation, boot);
        while (outcome instanceof RebootOutcome.StillUp still && !isStopped.apply()) {
            var sentence = plan().host() + " is not started again yet. " + still.sentence();
            progress.say(sentence, person(sentence));
            outcome = steps.reboot(operation, boot);
        }
        if (outcome instanceof RebootOutcome.Refused refused) {
            throw new StepFailed(refused.sentence());
        }
        if (outcome instanceof RebootOutcome.StillUp still) {
            throw new StepFailed(still.sentence());
        }
    }

    private WaitReason person(String sentence) {
        return new WaitReason.ForPerson(sentence, Recorder.now(), "the administrator of " + plan().host());
    }

    /** A drain and a start of the others that may be at work. */
    private Duration whole() {
        var limits = order.policy().limits();
        return order.policy().drain().limit().plus(limits.install()).plus(limits.ready());
    }

    private UnitPlan plan() {
        return order.plan();
    }
}
