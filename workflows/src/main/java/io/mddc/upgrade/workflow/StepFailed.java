package io.mddc.upgrade.workflow;

import io.mddc.upgrade.run.UnitEvent;

/** The current step cannot be done; the message is the sentence an operator reads. Never leaves the unit's workflow. */
final class StepFailed extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final UnitEvent event;

    StepFailed(String sentence) {
        this(UnitEvent.STEP_FAILED, sentence);
    }

    StepFailed(UnitEvent event, String sentence) {
        super(sentence.endsWith(".") || sentence.endsWith("?") ? sentence : sentence + ".");
        this.event = event;
    }

    /** What it means to the state machine. */
    UnitEvent event() {
        return event;
    }

    String sentence() {
        return String.valueOf(getMessage());
    }
}
