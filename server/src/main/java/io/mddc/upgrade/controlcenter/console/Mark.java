package io.mddc.upgrade.controlcenter.console;

import io.mddc.upgrade.run.Outcome;
import java.util.Locale;

/** A sign and a word for the same: nobody has to see colours. */
public enum Mark {
    DONE("✔", "done"),
    RUNNING("●", "running"),
    BAD("✖", "not done"),
    WAITING("·", "waiting");

    private final String sign;
    private final String word;

    Mark(String sign, String word) {
        this.sign = sign;
        this.word = word;
    }

    static Mark of(Outcome outcome) {
        return switch (outcome) {
            case SUCCEEDED -> DONE;
            case ABORTED, FAILED, ROLLED_BACK, PARTIAL -> BAD;
        };
    }

    public String sign() {
        return sign;
    }

    /** Read aloud in place of the sign. */
    public String word() {
        return word;
    }

    /** For the style sheet. */
    public String style() {
        return "mark-" + name().toLowerCase(Locale.ROOT);
    }
}
