package io.mddc.upgrade.slots;

import io.mddc.upgrade.cluster.InstanceId;
import io.mddc.upgrade.plan.UnitPlan;
import io.mddc.upgrade.run.UnitState;

/**
 * Where one unit stands in its stage.
 *
 * @param waits it can do nothing until it is let
 * @param returns how often it came back to the queue
 * @param isLet it was let, and has not said since that it moved
 */
record Standing(UnitPlan plan, UnitState state, boolean waits, int returns, boolean isLet) {
    static Standing pending(UnitPlan plan) {
        return new Standing(plan, UnitState.PENDING, false, 0, false);
    }

    InstanceId instance() {
        return plan.instance();
    }

    /** One that asked once more while it was being let waits no more. */
    Standing moved(UnitState next, boolean nowWaits) {
        int times = state == UnitState.RETURNING && next == UnitState.WAITING ? returns + 1 : returns;
        boolean isStillLet = isLet && state == next;
        return new Standing(plan, next, nowWaits && !isStillLet, times, isStillLet);
    }

    /** It was let, and will say itself where it is. */
    Standing gone() {
        var next = isInWork() ? UnitState.ROLLING_BACK : UnitState.DRAINING;
        return new Standing(plan, next, false, returns, true);
    }

    boolean isPending() {
        return state == UnitState.PENDING;
    }

    boolean waitsForItsTurn() {
        return waits && !isInWork();
    }

    boolean waitsToGoBack() {
        return waits && isInWork();
    }

    boolean isInWork() {
        return state.isInWork();
    }

    /** It is out of work by our doing, or will be in a moment. */
    boolean isOut() {
        return state.holdsHost() && !waits;
    }
}
