package io.mddc.upgrade.run;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import java.util.List;

/**
 * What something waits for, in one sentence an operator understands, since when, until when or for whom, and what a person may
 * do about it: nothing waits without a deadline or a person, its own or that of the others it waits for. A kind that a version
 * does not know yet is read as no wait.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind", defaultImpl = WaitReason.Nothing.class)
@JsonSubTypes({
    @JsonSubTypes.Type(value = WaitReason.Nothing.class, name = "NOTHING"),
    @JsonSubTypes.Type(value = WaitReason.Until.class, name = "UNTIL"),
    @JsonSubTypes.Type(value = WaitReason.ForPerson.class, name = "PERSON"),
    @JsonSubTypes.Type(value = WaitReason.ForOthers.class, name = "OTHERS")
})
public sealed interface WaitReason {
    WaitReason NOTHING = new Nothing();

    /** Empty when it waits for nothing. */
    String sentence();

    /** The commands that help; empty when only waiting, or work on a host, does. */
    List<Remedy> may();

    /** The same, with these commands where it names none itself. */
    WaitReason offering(List<Remedy> usual);

    /** It does not wait. */
    record Nothing() implements WaitReason {
        @Override
        public String sentence() {
            return "";
        }

        @Override
        public List<Remedy> may() {
            return List.of();
        }

        @Override
        public WaitReason offering(List<Remedy> usual) {
            return this;
        }
    }

    /** It waits for the system; at the deadline the state machine goes on by itself. */
    record Until(String sentence, Instant since, Instant deadline, List<Remedy> may) implements WaitReason {
        public Until {
            may = may == null ? List.of() : List.copyOf(may);
        }

        public Until(String sentence, Instant since, Instant deadline) {
            this(sentence, since, deadline, List.of());
        }

        @Override
        public WaitReason offering(List<Remedy> usual) {
            return may.isEmpty() ? new Until(sentence, since, deadline, usual) : this;
        }
    }

    /** It waits for a person to act. */
    record ForPerson(String sentence, Instant since, String person, List<Remedy> may) implements WaitReason {
        public ForPerson {
            may = may == null ? List.of() : List.copyOf(may);
        }

        public ForPerson(String sentence, Instant since, String person) {
            this(sentence, since, person, List.of());
        }

        @Override
        public WaitReason offering(List<Remedy> usual) {
            return may.isEmpty() ? new ForPerson(sentence, since, person, usual) : this;
        }
    }

    /**
     * It waits for others of the same upgrade.
     *
     * @param others in words; each of them works, or has a deadline or a person itself
     */
    record ForOthers(String sentence, Instant since, String others, List<Remedy> may) implements WaitReason {
        public ForOthers {
            may = may == null ? List.of() : List.copyOf(may);
        }

        public ForOthers(String sentence, Instant since, String others) {
            this(sentence, since, others, List.of());
        }

        @Override
        public WaitReason offering(List<Remedy> usual) {
            return may.isEmpty() ? new ForOthers(sentence, since, others, usual) : this;
        }
    }
}
