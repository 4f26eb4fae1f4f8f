package io.mddc.upgrade.controlcenter.terminal;

import static java.util.Objects.requireNonNullElse;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A line of the run log. */
record EventView(long seq, Instant at, String component, String instance, String state, String sentence) {
    EventView(
            long seq,
            Instant at,
            @Nullable String component,
            @Nullable String instance,
            @Nullable String state,
            @Nullable String sentence) {
        this.seq = seq;
        this.at = at;
        this.component = requireNonNullElse(component, "");
        this.instance = requireNonNullElse(instance, "");
        this.state = requireNonNullElse(state, "");
        this.sentence = requireNonNullElse(sentence, "");
    }

    /** Such as {@code 14:20:05 core-1 DRAINING: isolated, 3 files left}. */
    String text() {
        var who = instance.isEmpty() ? component : instance;
        var head = (who + " " + state).strip();
        return Spoken.clock(at) + " " + (head.isEmpty() ? sentence : head + ": " + sentence);
    }
}
