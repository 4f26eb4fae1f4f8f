package io.mddc.upgrade.workflow;

import io.mddc.upgrade.cluster.Component;
import io.temporal.workflow.Async;
import io.temporal.workflow.ExternalWorkflowStub;
import io.temporal.workflow.Functions;
import io.temporal.workflow.Workflow;
import java.time.Duration;

/** A stage's word to its upgrade: that it begins no unit, and why. An upgrade that is gone needs no word. */
final class UpgradeLink {
    static final String HALTED = "halted";
    static final String IDLE = "idle";
    static final String OUT_OF_WINDOW = "outOfWindow";
    static final String READY_FOR_MAINTENANCE = "readyForMaintenance";

    private final ExternalWorkflowStub upgrade = Workflow.newUntypedExternalWorkflowStub(
            Workflow.getInfo().getParentWorkflowId().orElseThrow());
    private String last = "";

    /**
     * @param idle no unit is in work any more
     */
    void halted(String sentence, boolean idle) {
        once(sentence + idle, () -> upgrade.signal(HALTED, sentence, idle));
    }

    /** Nobody is in work any more while an emergency stop is set. */
    void idle() {
        once(IDLE, () -> upgrade.signal(IDLE));
    }

    private void once(String word, Functions.Proc saying) {
        if (!word.equals(last)) {
            last = word;
            Async.procedure(saying).handle((done, failure) -> true);
        }
    }

    /** No unit is in work, and the next one needs so long that it does not fit any more. */
    void outOfWindow(Component component, Duration needed) {
        Async.procedure(() -> upgrade.signal(OUT_OF_WINDOW, component, needed)).handle((done, failure) -> true);
    }

    /** The first unit has its package: the system may be taken down for it. */
    void readyForMaintenance() {
        Async.procedure(() -> upgrade.signal(READY_FOR_MAINTENANCE)).handle((done, failure) -> true);
    }

    void goesOn() {
        last = "";
    }
}
