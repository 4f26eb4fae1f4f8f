package io.mddc.upgrade.workflow;

import io.mddc.upgrade.cluster.HostId;
import io.mddc.upgrade.cluster.InstanceId;
import io.mddc.upgrade.contract.HostActivities;
import io.mddc.upgrade.contract.HostOrders;
import io.mddc.upgrade.contract.Observed;
import io.mddc.upgrade.contract.TaskQueues;
import io.mddc.upgrade.plan.Policy;
import io.mddc.upgrade.plan.UnitPlan;
import io.temporal.activity.ActivityCancellationType;
import io.temporal.activity.ActivityOptions;
import io.temporal.api.enums.v1.TimeoutType;
import io.temporal.common.RetryOptions;
import io.temporal.failure.ActivityFailure;
import io.temporal.failure.ApplicationFailure;
import io.temporal.failure.CanceledFailure;
import io.temporal.failure.TimeoutFailure;
import io.temporal.workflow.CancellationScope;
import io.temporal.workflow.TimerOptions;
import io.temporal.workflow.Workflow;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * Calls to one host. A call that nobody picks up in time means that its worker is away: the wait is announced and the call
 * made again, until the caller's moment to give up. What the host itself reports as impossible fails the step.
 */
final class OnHost {
    /**
     * A worker that died before it could note what it had begun is missed only by its heartbeat. An engine that was away for
     * longer costs an attempt, and every verb but the upload may be done twice at once.
     */
    private static final Duration HEARTBEAT = Duration.ofSeconds(5);

    private static final Duration HEARTBEAT_OF_UPLOAD = Duration.ofSeconds(10);
    private static final Duration PAUSE = Duration.ofSeconds(2);
    private static final Duration LOOK = Duration.ofMinutes(1);

    /** What the host answers at the caller's moment still counts; a component that stays silent longer does not. */
    private static final Duration GRACE = Duration.ofSeconds(30);

    private final HostId host;
    private final Policy.Limits limits;
    private final Consumer<Instant> whenSilent;
    private final CancellationScope whole;
    private final UnaryOperator<HostActivities> frame;

    /**
     * @param whole the scope whose cancel ends the patience with a silent host, though the call itself is detached from it
     * @param whenSilent told once for each silence, with the moment since when the host does not answer
     */
    OnHost(HostId host, Policy.Limits limits, CancellationScope whole, Consumer<Instant> whenSilent) {
        this(host, limits, whole, whenSilent, UnaryOperator.identity());
    }

    private OnHost(
            HostId host,
            Policy.Limits limits,
            CancellationScope whole,
            Consumer<Instant> whenSilent,
            UnaryOperator<HostActivities> frame) {
        this.host = host;
        this.limits = limits;
        this.whole = whole;
        this.whenSilent = whenSilent;
        this.frame = frame;
    }

    /** Of a unit's own host, or of the one that asks for it; the rest as above. */
    static OnHost of(UnitPlan plan, Policy.Limits limits, CancellationScope whole, Consumer<Instant> whenSilent) {
        return plan.asked()
                .map(asked -> new OnHost(asked.by(), limits, whole, whenSilent, asker -> new FarHost(plan, asker)))
                .orElseGet(() -> new OnHost(plan.host(), limits, whole, whenSilent));
    }

    /** Has a file brought; two attempts at once would write into one another. */
    <T> T bring(Call<T> call) {
        return untilAnswered(
                call, stub(call, limits.answerProbing(), ActivityCancellationType.TRY_CANCEL, HEARTBEAT_OF_UPLOAD));
    }

    /** Asks; a cancel is not waited for. */
    <T> T ask(Call<T> call) {
        return untilAnswered(call, probing(call));
    }

    /** Changes something on the host; a cancel is waited for, so that nothing runs beside it. */
    <T> T change(Call<T> call) {
        return untilAnswered(call, changing(call));
    }

    /** Looks at an instance once. */
    Observed observe(InstanceId instance, Instant giveUp) {
        return ask(new Call<>("look at " + instance, LOOK, giveUp, on -> on.observe(new HostOrders.Observe(instance))));
    }

    HostActivities probing(Call<?> call) {
        return stub(call, limits.answerProbing(), ActivityCancellationType.TRY_CANCEL, HEARTBEAT);
    }

    private HostActivities changing(Call<?> call) {
        return stub(call, limits.answerChanging(), ActivityCancellationType.WAIT_CANCELLATION_COMPLETED, HEARTBEAT);
    }

    private <T> T untilAnswered(Call<T> call, HostActivities activities) {
        var asked = Recorder.now();
        boolean announced = false;
        while (true) {
            try {
                return call.what().apply(activities);
            } catch (ActivityFailure failure) {
                passOn(failure);
            }
            if (isGivenUp(call, asked)) {
                throw new StepFailed(host + " does not answer since " + asked + ".");
            }
            if (!announced) {
                whenSilent.accept(asked);
                announced = true;
            }
            Workflow.newTimer(
                            PAUSE,
                            TimerOptions.newBuilder()
                                    .setSummary("until " + host + " answers")
                                    .build())
                    .get();
        }
    }

    /** At the caller's moment; after an abort no silent host is waited for longer than the cleanup would. */
    private boolean isGivenUp(Call<?> call, Instant asked) {
        var now = Recorder.now();
        return !now.isBefore(call.giveUp())
                || (whole.isCancelRequested() && now.isAfter(asked.plus(limits.silentHost())));
    }

    /** Returns only when nobody picked the call up. */
    private static void passOn(ActivityFailure failure) {
        if (failure.getCause() instanceof CanceledFailure cancelled) {
            throw cancelled;
        }
        if (failure.getCause() instanceof ApplicationFailure reported) {
            throw new StepFailed(reported.getOriginalMessage());
        }
        if (failure.getCause() instanceof TimeoutFailure timeout) {
            if (timeout.getTimeoutType() == TimeoutType.TIMEOUT_TYPE_SCHEDULE_TO_START) {
                return;
            }
            throw new StepFailed(failure.getActivityType() + " took too long: " + timeout.getOriginalMessage());
        }
        throw failure;
    }

    private HostActivities stub(
            Call<?> call, Duration pickUp, ActivityCancellationType cancellation, Duration heartbeat) {
        var options = ActivityOptions.newBuilder()
                .setTaskQueue(TaskQueues.ofHost(host))
                .setScheduleToStartTimeout(pickUp)
                .setStartToCloseTimeout(call.limit())
                .setHeartbeatTimeout(heartbeat)
                .setCancellationType(cancellation)
                .setSummary(call.summary())
                .setRetryOptions(RetryOptions.newBuilder()
                        .setInitialInterval(Duration.ofMillis(200))
                        .setMaximumInterval(Duration.ofSeconds(5))
                        .build());
        if (call.giveUp().isBefore(Instant.MAX)) {
            var left = Duration.between(Recorder.now(), call.giveUp());
            options.setScheduleToCloseTimeout(left.isNegative() ? GRACE : left.plus(GRACE));
        }
        return frame.apply(Workflow.newActivityStub(HostActivities.class, options.build()));
    }

    /**
     * One thing asked of the host.
     *
     * @param summary what the Temporal Web UI shows for it
     * @param limit for one attempt, once the worker has picked it up
     * @param giveUp when a silent host is no longer waited for
     */
    record Call<T>(String summary, Duration limit, Instant giveUp, Function<HostActivities, T> what) {
        /** One that gives nothing back. */
        static Call<Boolean> doing(String summary, Duration limit, Instant giveUp, Consumer<HostActivities> what) {
            return new Call<>(summary, limit, giveUp, on -> {
                what.accept(on);
                return true;
            });
        }
    }
}
