package io.mddc.upgrade.controlcenter.terminal;

import static java.util.Objects.requireNonNullElse;

import io.mddc.upgrade.eta.Eta;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** When something will probably be over; the words are those of the page. */
record EtaView(
        @Nullable Instant expected,
        @Nullable Instant earliest,
        @Nullable Instant latest,
        @Nullable String sentence) {
    /** {@code ETA 14:20:05 (±6 min), from 3 units of this upgrade}, or why nobody can say. */
    String text() {
        return when() + (expected == null ? ": " : ", ") + requireNonNullElse(sentence, "");
    }

    /** Without what it is made from. */
    String when() {
        if (expected != null) {
            return "ETA " + Spoken.near(expected) + " (" + margin() + ")";
        }
        return earliest == null ? "no ETA" : "not before " + Spoken.near(earliest);
    }

    private String margin() {
        return new Eta(Optional.ofNullable(expected), Optional.ofNullable(earliest), Optional.ofNullable(latest), "")
                .margin();
    }
}
