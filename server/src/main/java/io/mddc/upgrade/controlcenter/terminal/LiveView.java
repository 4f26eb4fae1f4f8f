package io.mddc.upgrade.controlcenter.terminal;

import static java.util.Objects.requireNonNullElse;

import org.jspecify.annotations.Nullable;

/** What a host says while it works on an instance. */
record LiveView(String instance, String step, String sentence) {
    LiveView(String instance, @Nullable String step, @Nullable String sentence) {
        this.instance = instance;
        this.step = requireNonNullElse(step, "");
        this.sentence = requireNonNullElse(sentence, "");
    }

    /** What was said in a step does not hold in the next. */
    boolean isAbout(UnitView unit) {
        return unit.instance().equals(instance) && unit.isIn(step);
    }
}
