package io.mddc.upgrade.controlcenter.upgrades;

import io.grpc.Context;
import io.grpc.StatusRuntimeException;
import io.mddc.upgrade.controlcenter.hold.EngineSilent;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowServiceException;
import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;

/** Asks the engine, but not for longer than a person would wait for an answer. */
public final class BoundedCalls {
    private final Supplier<WorkflowClient> client;
    private final Duration limit;
    private final ScheduledExecutorService timer;

    public BoundedCalls(Supplier<WorkflowClient> client, Duration limit, ScheduledExecutorService timer) {
        this.client = client;
        this.limit = limit;
        this.timer = timer;
    }

    /**
     * @param what for people, when it does not answer
     */
    <T> T ask(String what, Function<WorkflowClient, T> question) {
        var bounded = Context.current().withDeadlineAfter(limit.toMillis(), TimeUnit.MILLISECONDS, timer);
        var outer = bounded.attach();
        try {
            return question.apply(client.get());
        } catch (WorkflowServiceException | StatusRuntimeException silent) {
            throw new EngineSilent(what, silent);
        } finally {
            bounded.detach(outer);
            bounded.cancel(null);
        }
    }
}
