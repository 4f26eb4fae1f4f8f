package io.mddc.upgrade.contract;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.mddc.upgrade.run.WorkInProgress;
import java.time.Instant;
import java.util.function.Function;

/** How a slice of draining ended. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = DrainOutcome.Drained.class, name = "DRAINED"),
    @JsonSubTypes.Type(value = DrainOutcome.StillBusy.class, name = "STILL_BUSY"),
    @JsonSubTypes.Type(value = DrainOutcome.Unknown.class, name = "UNKNOWN")
})
public sealed interface DrainOutcome {
    /** Two reads of nothing in progress by the same process, nothing finished in between; or two looks without a process. */
    record Drained(long finished) implements DrainOutcome {}

    /** The slice is over. */
    record StillBusy(WorkInProgress left) implements DrainOutcome {}

    /** It does not answer, or not in a way that can be read, or takes new work: unknown, never idle. */
    record Unknown(Instant since, String sentence) implements DrainOutcome {}

    default <T> T fold(Function<Drained, T> drained, Function<StillBusy, T> stillBusy, Function<Unknown, T> unknown) {
        if (this instanceof Drained it) {
            return drained.apply(it);
        }
        return this instanceof StillBusy busy ? stillBusy.apply(busy) : unknown.apply((Unknown) this);
    }
}
