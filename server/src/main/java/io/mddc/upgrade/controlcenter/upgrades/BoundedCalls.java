package io.mddc.upgrade.controlcenter.upgrades;

import io.grpc.Context;
import io.grpc.StatusRuntimeException;
import io.mddc.upgrade.controlcenter.hold.EngineSilent;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
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
    private final Timer answered;
    private final Timer silent;

    public BoundedCalls(
            Supplier<WorkflowClient> client, Duration limit, ScheduledExecutorService timer, MeterRegistry meters) {
        this.client = client;
        this.limit = limit;
        this.timer = timer;
        this.answered = answers(meters, "answered");
        this.silent = answers(meters, "silent");
    }

    private static Timer answers(MeterRegistry meters, String outcome) {
        return Timer.builder("mddc.upgrade.engine.answer")
                .description("Until the engine answered a question of the control center, or was given up")
                .tag("outcome", outcome)
                .register(meters);
    }

    /**
     * @param what for people, when it does not answer
     */
    public <T> T ask(String what, Function<WorkflowClient, T> question) {
        var bounded = Context.current().withDeadlineAfter(limit.toMillis(), TimeUnit.MILLISECONDS, timer);
        var outer = bounded.attach();
        var since = Timer.start();
        var outcome = answered;
        try {
            return question.apply(client.get());
        } catch (WorkflowServiceException | StatusRuntimeException noAnswer) {
            outcome = silent;
            throw new EngineSilent(what, noAnswer);
        } finally {
            since.stop(outcome);
            bounded.detach(outer);
            bounded.cancel(null);
        }
    }
}
