package io.mddc.upgrade.eta;

import io.mddc.upgrade.run.Step;
import java.time.Duration;

/** How long the steps of units take in one rehearsal, from their beginning; MONITOR without its soak. */
interface Lengths {
    Duration of(UnitNow unit, Step step);
}
