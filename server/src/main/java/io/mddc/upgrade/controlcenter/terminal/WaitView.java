package io.mddc.upgrade.controlcenter.terminal;

import static java.util.Objects.requireNonNullElse;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What something waits for; the kind {@code NOTHING} has no sentence. */
record WaitView(
        String sentence,
        @Nullable Instant deadline,
        @Nullable String person) {
    static final WaitView NOTHING = new WaitView(null, null, null);

    WaitView(@Nullable String sentence, @Nullable Instant deadline, @Nullable String person) {
        this.sentence = requireNonNullElse(sentence, "");
        this.deadline = deadline;
        this.person = person;
    }

    /** Empty when it waits for nothing. */
    String text() {
        if (sentence.isEmpty()) {
            return "";
        }
        if (person != null) {
            return sentence + " (waits for " + person + ")";
        }
        return deadline == null ? sentence : sentence + " (until " + Spoken.clock(deadline) + ")";
    }
}
