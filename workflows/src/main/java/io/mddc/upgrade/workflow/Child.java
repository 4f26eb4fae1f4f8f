package io.mddc.upgrade.workflow;

import io.temporal.api.common.v1.WorkflowExecution;
import io.temporal.client.WorkflowExecutionAlreadyStarted;
import io.temporal.failure.ApplicationFailure;
import io.temporal.failure.CanceledFailure;
import io.temporal.failure.ChildWorkflowFailure;
import io.temporal.workflow.Async;
import io.temporal.workflow.CompletablePromise;
import io.temporal.workflow.Functions;
import io.temporal.workflow.Promise;
import io.temporal.workflow.SignalExternalWorkflowException;
import io.temporal.workflow.Workflow;
import java.util.Optional;

/**
 * A child workflow that is stopped by a signal instead of a cancel, because the engine throws away what a cancelled workflow
 * returns, and its report is what the parent needs.
 *
 * @param execution completed when the engine has started it
 * @param result its report
 * @param stop signals it to come to a safe end
 */
record Child<R>(Promise<WorkflowExecution> execution, Promise<R> result, Functions.Proc stop) {

    /** Starts it outside the current cancellation scope. */
    static <R> Child<R> start(Object stub, Functions.Func<R> run, Functions.Proc stop) {
        CompletablePromise<R> result = Workflow.newPromise();
        Workflow.newDetachedCancellationScope(() -> result.completeFrom(Async.function(run)))
                .run();
        return new Child<>(Workflow.getWorkflowExecution(stub), result, stop);
    }

    /** Waits for the engine's answer; false when a workflow of this id runs already. */
    boolean isStarted() {
        try {
            execution.get();
            return true;
        } catch (ChildWorkflowFailure failure) {
            if (failure.getCause() instanceof WorkflowExecutionAlreadyStarted) {
                return false;
            }
            throw failure;
        }
    }

    boolean hasEnded() {
        return result.isCompleted();
    }

    /** Waits for its end; throws when the current scope is cancelled before that. */
    void await() {
        Workflow.await(result::isCompleted);
    }

    /** Asks it to come to a safe end; does nothing when it has ended. */
    void askToStop() {
        send(stop);
    }

    /** Signals it, unless it has ended; the engine says by an application failure that it ended just now. */
    void send(Functions.Proc signal) {
        if (!hasEnded()) {
            try {
                signal.apply();
            } catch (SignalExternalWorkflowException | ApplicationFailure endedJustNow) {
                await();
            }
        }
    }

    /** Waits for its report, whatever is cancelled; empty when it was ended from outside and could not give one. */
    Optional<R> report() {
        try {
            return Optional.of(result.get());
        } catch (ChildWorkflowFailure endedFromOutside) {
            return Optional.empty();
        }
    }

    /** It was cancelled from outside: it came to a safe end and recorded it, only its report is lost. */
    boolean wasCancelled() {
        return hasEnded()
                && result.getFailure() instanceof ChildWorkflowFailure failure
                && failure.getCause() instanceof CanceledFailure;
    }
}
