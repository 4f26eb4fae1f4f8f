package io.mddc.upgrade.run;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;

/**
 * What something waits for, in one sentence an operator understands, since when, and until when or for whom: nothing waits
 * without all three.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = WaitReason.Nothing.class, name = "NOTHING"),
    @JsonSubTypes.Type(value = WaitReason.Until.class, name = "UNTIL"),
    @JsonSubTypes.Type(value = WaitReason.ForPerson.class, name = "PERSON")
})
public sealed interface WaitReason {
    WaitReason NOTHING = new Nothing();

    /** Empty when it waits for nothing. */
    String sentence();

    /** It does not wait. */
    record Nothing() implements WaitReason {
        @Override
        public String sentence() {
            return "";
        }
    }

    /** It waits for the system; at the deadline the state machine goes on by itself. */
    record Until(String sentence, Instant since, Instant deadline) implements WaitReason {}

    /** It waits for a person to act. */
    record ForPerson(String sentence, Instant since, String person) implements WaitReason {}
}
