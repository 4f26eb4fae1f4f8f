package io.mddc.upgrade.workflow;

import io.mddc.upgrade.cluster.InstanceId;
import io.mddc.upgrade.run.UnitState;
import io.temporal.failure.ApplicationFailure;
import io.temporal.workflow.Async;
import io.temporal.workflow.ExternalWorkflowStub;
import io.temporal.workflow.Promise;
import io.temporal.workflow.SignalExternalWorkflowException;
import io.temporal.workflow.Workflow;

/** A unit's word to the stage that began it: where it is, and whether it waits to be let. */
final class UnitLink {
    static final String MOVED = "moved";
    static final String ALONE = "alone";

    private final InstanceId instance;
    private final ExternalWorkflowStub stage;
    private Promise<Boolean> last = Workflow.newPromise(true);

    UnitLink(InstanceId instance) {
        this.instance = instance;
        this.stage = Workflow.newUntypedExternalWorkflowStub(
                Workflow.getInfo().getParentWorkflowId().orElseThrow());
    }

    /** Not waited for; a stage that is gone needs no word. */
    void moved(UnitState state) {
        Workflow.newDetachedCancellationScope(
                        () -> last = Async.procedure(() -> stage.signal(MOVED, instance, state, false))
                                .handle((done, failure) -> true))
                .run();
    }

    /** False when the stage is gone, so that nobody will let it. Never overtakes an earlier word. */
    boolean waits(UnitState state) {
        return tell(MOVED, instance, state, true);
    }

    /** It must be the only unit at work until it moves on. False as above. */
    boolean mustBeAlone() {
        return tell(ALONE, instance);
    }

    private boolean tell(String word, Object... details) {
        last.get();
        try {
            stage.signal(word, details);
            return true;
        } catch (SignalExternalWorkflowException | ApplicationFailure gone) {
            return false;
        }
    }
}
