package io.mddc.upgrade.run;

import java.util.Collection;

/** How a whole upgrade ended. */
public enum Outcome {
    /** By command. */
    ABORTED,
    /** A unit is FAILED: isolated, a person is named. */
    FAILED,
    /** Every unit is UPGRADED. */
    SUCCEEDED,
    /** No unit is UPGRADED, at least one went back. */
    ROLLED_BACK,
    /** The rest: some units were skipped or never begun. */
    PARTIAL;

    /** The first that fits, in the order of the constants. */
    public static Outcome of(boolean aborted, Collection<UnitState> ends) {
        if (aborted) {
            return ABORTED;
        }
        if (ends.contains(UnitState.FAILED)) {
            return FAILED;
        }
        if (ends.stream().allMatch(UnitState.UPGRADED::equals)) {
            return SUCCEEDED;
        }
        boolean wentBack = ends.contains(UnitState.ROLLED_BACK) && !ends.contains(UnitState.UPGRADED);
        return wentBack ? ROLLED_BACK : PARTIAL;
    }
}
