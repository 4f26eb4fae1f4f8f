package io.mddc.upgrade.run;

import java.util.Arrays;
import java.util.List;

/** The five durable steps of a unit, in their order, and the way back that the last three may end in. */
public enum Step {
    UPLOAD,
    DRAIN,
    INSTALL,
    VERIFY,
    MONITOR,
    /** The former package is put back. */
    WAY_BACK,
    /** No unit's: gateways are closed, and what depends on a stage is stopped and started around it. */
    MAINTENANCE,
    /** No unit's: programs of administrators run around a stage. */
    STAGE;

    /** Those a unit may go through, in their order. */
    public static List<Step> ofUnits() {
        return Arrays.stream(values())
                .filter(step -> step != MAINTENANCE && step != STAGE)
                .toList();
    }
}
