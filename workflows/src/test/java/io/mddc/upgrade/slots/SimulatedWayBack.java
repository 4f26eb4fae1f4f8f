package io.mddc.upgrade.slots;

import io.mddc.upgrade.plan.UnitPlan;
import io.mddc.upgrade.run.UnitState;
import java.util.SplittableRandom;

/** A unit of a stage that is rolled back: it asks at once, and is on its way back when it was let. */
final class SimulatedWayBack extends SimulatedUnit {
    SimulatedWayBack(UnitPlan plan, SplittableRandom random) {
        super(plan, random);
    }

    @Override
    void begin() {
        state = UnitState.WAITING;
        ask();
    }

    @Override
    void go() {
        given = false;
        asks = false;
        isolated = true;
        state = UnitState.ROLLING_BACK;
        words.add(new Word(state, false));
    }
}
