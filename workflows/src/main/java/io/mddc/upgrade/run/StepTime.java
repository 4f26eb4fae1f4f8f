package io.mddc.upgrade.run;

import static com.google.common.base.Preconditions.checkArgument;

import java.time.Instant;

/** When a step began and ended, in workflow time. */
public record StepTime(Step step, Instant begin, Instant end) {
    public StepTime {
        checkArgument(!end.isBefore(begin), "%s ends at %s before it begins at %s", step, end, begin);
    }
}
