package io.mddc.upgrade.workflow;

import static com.google.common.base.Preconditions.checkState;

import io.mddc.upgrade.cluster.InstanceId;
import io.mddc.upgrade.plan.Policy.PastLimit;
import io.mddc.upgrade.run.UnitEvent;
import io.mddc.upgrade.run.UnitState;

/** What people may tell a unit about its files, and when. */
final class UnitCommands {
    private final UnitOrder order;
    private final UnitProgress progress;
    private final Draining forward;
    private final Draining back;

    /**
     * @param forward the drain before the install
     * @param back the drain of a way back
     */
    UnitCommands(UnitOrder order, UnitProgress progress, Draining forward, Draining back) {
        this.order = order;
        this.progress = progress;
        this.forward = forward;
        this.back = back;
    }

    void extendDrain(Command.ExtendDrain command) {
        progress.note(command.command().sentence(name() + " gets " + command.by() + " more to drain"));
        drainingNow().extend(command.by());
    }

    void validateExtendDrain(Command.ExtendDrain command) {
        order.checkMeant(command.command());
        checkDraining();
    }

    void returnToService(Command command) {
        progress.note(command.sentence(name() + " returns to work"));
        forward.say(PastLimit.RETURN);
    }

    void validateReturnToService(Command command) {
        order.checkMeant(command);
        checkState(
                progress.state().allows(UnitEvent.RETURN),
                "%s is %s: only an instance that drains can return to work.",
                name(),
                progress.state());
        checkDraining();
    }

    void answer(Command.Answer command) {
        progress.note(command.command().sentence(name() + ": " + command.answer() + " was answered"));
        drainingNow().say(command.answer());
    }

    void validateAnswer(Command.Answer command) {
        order.checkMeant(command.command());
        checkDraining();
        checkState(command.answer() != PastLimit.ASK, "ASK is no answer: allowed is EXTEND, RETURN or FAIL_FILES.");
        checkState(
                command.answer() != PastLimit.RETURN || progress.state() != UnitState.ROLLING_BACK,
                "%s goes back to its former version: it cannot return to work with this one.",
                name());
    }

    private Draining drainingNow() {
        return progress.state() == UnitState.ROLLING_BACK ? back : forward;
    }

    private void checkDraining() {
        checkState(drainingNow().isUnderWay(), "%s is %s: it waits for no files now.", name(), progress.state());
    }

    private InstanceId name() {
        return order.plan().instance();
    }
}
