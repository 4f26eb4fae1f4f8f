package io.mddc.upgrade.slots;

import io.mddc.upgrade.run.UnitState;
import io.mddc.upgrade.slots.SimulatedUnit.Word;

/** What a stage knows of one unit: the last word that arrived, and how often it came back to the queue. */
record Seen(UnitState state, boolean waits, int returns, boolean isLet) {
    static final Seen PENDING = new Seen(UnitState.PENDING, false, 0, false);

    /** A word that was overtaken by the end is old; so is a question that was answered meanwhile. */
    Seen after(Word word) {
        if (state.isEnd()) {
            return this;
        }
        boolean cameBack = state == UnitState.RETURNING && word.state() == UnitState.WAITING;
        boolean isAnswered = isLet && word.state() == state;
        return new Seen(word.state(), word.waits() && !isAnswered, cameBack ? returns + 1 : returns, isAnswered);
    }

    Seen at(UnitState next) {
        return new Seen(next, false, returns, false);
    }

    Seen let() {
        var next = state == UnitState.ROLLING_BACK ? state : UnitState.DRAINING;
        return new Seen(next, false, returns, true);
    }

    boolean isOut() {
        return state.holdsHost() && !waits;
    }

    boolean waitsForItsTurn() {
        return waits && state == UnitState.WAITING;
    }

    boolean waitsToGoBack() {
        return waits && state == UnitState.ROLLING_BACK;
    }
}
