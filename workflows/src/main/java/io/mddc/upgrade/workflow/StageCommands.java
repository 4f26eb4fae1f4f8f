package io.mddc.upgrade.workflow;

import static com.google.common.base.Preconditions.checkState;

import io.mddc.upgrade.cluster.InstanceId;
import io.mddc.upgrade.cluster.UpgradeId;
import io.mddc.upgrade.plan.Policy;
import io.mddc.upgrade.run.UnitEvent;
import io.mddc.upgrade.run.UnitState;
import io.mddc.upgrade.slots.Slots;
import io.temporal.failure.ApplicationFailure;
import io.temporal.workflow.Workflow;

/** What people may tell a stage, and when. */
final class StageCommands {
    private final UpgradeId upgrade;
    private final StageVoice voice;
    private final Slots slots;
    private final UnitRuns units;

    StageCommands(UpgradeId upgrade, StageVoice voice, Slots slots, UnitRuns units) {
        this.upgrade = upgrade;
        this.voice = voice;
        this.slots = slots;
        this.units = units;
    }

    void approve(Command command) {
        voice.say(command.sentence("The first unit of " + voice.title() + " is approved"));
        slots.approve();
        units.wake();
    }

    void validateApprove(Command command) {
        checkOpen(command);
        checkState(slots.awaitsApproval(), "%s does not wait for an approval.", voice.title());
    }

    void retry(Command.OnInstance command) {
        var instance = command.instance();
        var sentence = command.command().sentence(instance + " is begun anew");
        voice.queue(instance, sentence);
        units.retry(instance);
    }

    void validateRetry(Command.OnInstance command) {
        checkKnown(command);
        var state = slots.state(command.instance());
        checkState(
                state.allows(UnitEvent.RETRY),
                "%s is %s: only a unit that ended SKIPPED, ROLLED_BACK or CANCELLED is begun anew.",
                command.instance(),
                state);
    }

    void skip(Command.OnInstance command) {
        var instance = command.instance();
        var sentence = command.command().sentence(instance + " is left out");
        Workflow.await(() -> units.isUnbegun(instance) || isKnownWhere(instance));
        if (units.isUnbegun(instance)) {
            units.end(instance, UnitState.SKIPPED, sentence);
            units.wake();
            return;
        }
        units.find(instance)
                .ifPresent(unit -> unit.child().send(() -> unit.skip().apply(sentence)));
        Workflow.await(() -> !slots.state(instance).allows(UnitEvent.SKIP));
        if (slots.state(instance) == UnitState.INSTALLING) {
            throw ApplicationFailure.newNonRetryableFailure(
                    instance + " is INSTALLING: its installer began before it could be left out.", "TooLate");
        }
    }

    /** Its workflow runs or has ended; in between it is being begun. */
    private boolean isKnownWhere(InstanceId instance) {
        return units.find(instance).isPresent() || slots.state(instance).isEnd();
    }

    void validateSkip(Command.OnInstance command) {
        checkKnown(command);
        var state = slots.state(command.instance());
        checkState(
                state.allows(UnitEvent.SKIP),
                "%s is %s: a unit can be left out until its installer begins.",
                command.instance(),
                state);
    }

    void concurrency(Command.Concurrency command) {
        slots.setConcurrency(command.units());
        voice.say(command.command().sentence("At most %d units at once: set".formatted(command.units())));
        units.wake();
    }

    void validateConcurrency(Command.Concurrency command) {
        checkOpen(command.command());
        checkState(
                command.units() >= 1 && command.units() <= Policy.MOST_AT_ONCE,
                "concurrency is %s: allowed is 1 to %s.",
                command.units(),
                Policy.MOST_AT_ONCE);
    }

    private void checkKnown(Command.OnInstance command) {
        checkOpen(command.command());
        checkState(
                slots.knows(command.instance()),
                "%s is not part of %s in this upgrade.",
                command.instance(),
                voice.title());
    }

    private void checkOpen(Command command) {
        checkState(command.upgrade().equals(upgrade), "This is upgrade %s, not %s.", upgrade, command.upgrade());
        checkState(!units.isClosed(), "The stage %s is ending: nothing begins any more.", voice.title());
    }
}
