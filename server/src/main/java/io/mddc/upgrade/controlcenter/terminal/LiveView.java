package io.mddc.upgrade.controlcenter.terminal;

import static java.util.Objects.requireNonNullElse;

import org.jspecify.annotations.Nullable;

/** What a host says while it works on an instance. */
record LiveView(String instance, String step, @Nullable Integer filesLeft, String sentence) {
    LiveView(String instance, @Nullable String step, @Nullable Integer filesLeft, @Nullable String sentence) {
        this.instance = instance;
        this.filesLeft = filesLeft;
        this.step = requireNonNullElse(step, "");
        this.sentence = requireNonNullElse(sentence, "");
    }

    /** Numbers stand in place of those that were written down; other words stand beside. */
    WaitView with(WaitView waits) {
        if (filesLeft != null || waits.sentence().isEmpty()) {
            return waits.saying(sentence);
        }
        return waits.saying(waits.sentence() + " " + sentence);
    }

    /** What was said in a step does not hold in the next. */
    boolean isAbout(UnitView unit) {
        return unit.instance().equals(instance) && unit.isIn(step);
    }
}
