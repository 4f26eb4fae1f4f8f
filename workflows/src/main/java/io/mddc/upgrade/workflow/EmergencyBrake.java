package io.mddc.upgrade.workflow;

import io.temporal.failure.CanceledFailure;
import io.temporal.workflow.CancellationScope;
import io.temporal.workflow.Functions;
import io.temporal.workflow.Workflow;
import java.util.Optional;

/** While an emergency stop is set no unit goes, and what one does before its installer is cut short. */
final class EmergencyBrake {
    private String stop = "";
    private String last = "";
    private CancellationScope guarded = Workflow.newCancellationScope(() -> {});

    /**
     * @param sentence of the stop; empty when it is released
     */
    void set(String sentence) {
        stop = sentence;
        if (isSet()) {
            last = sentence;
            guarded.cancel(sentence);
        }
    }

    boolean isSet() {
        return !stop.isEmpty();
    }

    /** Of the last stop, which may be released by now. */
    String sentence() {
        return last;
    }

    /** Empty when it was cut short, however far it came; throws when the unit itself was cancelled. */
    <T> Optional<T> unlessSet(Functions.Func<T> work) {
        var result = Workflow.<T>newPromise();
        guarded = Workflow.newCancellationScope(() -> result.complete(work.apply()));
        try {
            guarded.run();
        } catch (CanceledFailure cut) {
            if (CancellationScope.current().isCancelRequested()) {
                throw cut;
            }
            return Optional.empty();
        }
        return isSet() ? Optional.empty() : Optional.of(result.get());
    }
}
