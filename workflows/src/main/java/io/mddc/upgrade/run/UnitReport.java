package io.mddc.upgrade.run;

import static com.google.common.base.Preconditions.checkArgument;

import io.mddc.upgrade.cluster.InstanceId;
import java.util.List;

/**
 * How a unit ended and why.
 *
 * @param end one of the ends of {@link UnitState}
 * @param sentence the reason, in words an operator acts on
 * @param attempt 1, and one more for each time it was begun anew or taken back
 */
public record UnitReport(InstanceId instance, UnitState end, String sentence, List<StepTime> steps, int attempt) {
    public UnitReport {
        checkArgument(end.isEnd(), "%s is not an end of a unit", end);
        steps = List.copyOf(steps);
    }
}
