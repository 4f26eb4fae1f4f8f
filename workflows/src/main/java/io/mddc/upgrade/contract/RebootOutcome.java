package io.mddc.upgrade.contract;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** What became of a host that was to be started again. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = RebootOutcome.Rebooted.class, name = "REBOOTED"),
    @JsonSubTypes.Type(value = RebootOutcome.Refused.class, name = "REFUSED"),
    @JsonSubTypes.Type(value = RebootOutcome.StillUp.class, name = "STILL_UP")
})
public sealed interface RebootOutcome {
    /**
     * @param boot the kernel's id of this start of the host; not the one it had
     */
    record Rebooted(String boot) implements RebootOutcome {}

    /** It cannot be asked for here, or was refused: the host stays up. */
    record Refused(String sentence) implements RebootOutcome {}

    /** It was asked for, and the host is still up: it may go down at any time. */
    record StillUp(String sentence) implements RebootOutcome {}
}
