package io.mddc.upgrade.controlcenter.terminal;

import static java.util.Objects.requireNonNullElse;
import static java.util.stream.Collectors.joining;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What something waits for; the kind {@code NOTHING} has no sentence.
 *
 * @param may the commands that help
 */
record WaitView(
        String sentence,
        @Nullable Instant deadline,
        @Nullable String person,
        @Nullable String others,
        List<String> may) {
    static final WaitView NOTHING = new WaitView(null, null, null, null, null);

    WaitView(
            @Nullable String sentence,
            @Nullable Instant deadline,
            @Nullable String person,
            @Nullable String others,
            @Nullable List<String> may) {
        this.sentence = requireNonNullElse(sentence, "");
        this.deadline = deadline;
        this.person = person;
        this.others = others;
        this.may = may == null ? List.of() : List.copyOf(may);
    }

    WaitView saying(String now) {
        return new WaitView(now, deadline, person, others, may);
    }

    /** Empty when it waits for nothing. */
    String text() {
        if (sentence.isEmpty()) {
            return "";
        }
        var bounds = Stream.of(
                        person == null ? "" : "waits for " + person,
                        others == null ? "" : "waits for " + others,
                        person != null || deadline == null ? "" : "until " + Spoken.clock(deadline),
                        may.isEmpty() ? "" : "you may: " + String.join(", ", may))
                .filter(text -> !text.isEmpty())
                .collect(joining("; "));
        return bounds.isEmpty() ? sentence : sentence + " (" + bounds + ")";
    }
}
