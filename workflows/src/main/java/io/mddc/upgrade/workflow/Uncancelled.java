package io.mddc.upgrade.workflow;

import io.temporal.workflow.Async;
import io.temporal.workflow.CancellationScope;
import io.temporal.workflow.Functions;
import io.temporal.workflow.Workflow;

/** Work that a cancel of its workflow does not break off. */
final class Uncancelled {
    private Uncancelled() {}

    /**
     * Does the work in a scope of its own.
     *
     * @param stop what a cancel asks for instead
     */
    static <R> R run(Functions.Proc stop, Functions.Func<R> work) {
        var cancelled = CancellationScope.current().getCancellationRequest();
        var result = Workflow.<R>newPromise();
        Workflow.newDetachedCancellationScope(() -> {
                    Async.procedure(() -> {
                        Workflow.await(cancelled::isCompleted);
                        stop.apply();
                    });
                    result.complete(work.apply());
                })
                .run();
        return result.get();
    }
}
