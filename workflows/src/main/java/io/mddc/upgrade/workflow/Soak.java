package io.mddc.upgrade.workflow;

import io.mddc.upgrade.cluster.InstanceId;
import io.mddc.upgrade.contract.Baseline;
import io.mddc.upgrade.contract.HostOrders;
import io.mddc.upgrade.contract.Regression;
import io.mddc.upgrade.workflow.OnHost.Call;
import io.temporal.failure.ActivityFailure;
import io.temporal.workflow.Async;
import io.temporal.workflow.CancellationScope;
import io.temporal.workflow.Promise;
import io.temporal.workflow.TimerOptions;
import io.temporal.workflow.Workflow;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Watches an instance that took work again. The host looks, the workflow holds the clock: whichever is first, a regression or
 * the end of the soak, decides. A worker that is away for a while costs nothing but its looks: at the end the instance must
 * be seen fit once more.
 */
final class Soak {
    private static final Duration MARGIN = Duration.ofMinutes(10);
    private static final Duration PAUSE = Duration.ofSeconds(2);

    private final OnHost host;
    private final InstanceId instance;
    private final Duration length;

    Soak(OnHost host, InstanceId instance, Duration length) {
        this.host = host;
        this.instance = instance;
        this.length = length;
    }

    void watch(Baseline before, Duration poll) {
        var over = Workflow.newTimer(
                length,
                TimerOptions.newBuilder().setSummary("soak of " + instance).build());
        while (!over.isCompleted()) {
            var wanted = new HostOrders.Monitor(instance, before, poll);
            look(over, new Call<>("watch " + instance, length.plus(MARGIN), Instant.MAX, on -> on.monitor(wanted)));
        }
        var last = host.observe(instance, Instant.MAX);
        if (!last.isFit()) {
            throw new StepFailed(instance + " is not fit at the end of its soak: " + last.standing());
        }
    }

    private void look(Promise<Void> over, Call<Regression> call) {
        var looking = new Looking(call);
        looking.scope.run();
        Promise.anyOf(over, looking.ended()).get();
        if (looking.ended().isCompleted()) {
            looking.regression().ifPresent(seen -> {
                throw new StepFailed(seen.sentence());
            });
            Promise.anyOf(over, Workflow.newTimer(PAUSE)).get();
        } else {
            looking.scope.cancel("the soak is over");
        }
    }

    /** One call to the host that may be given up. */
    private final class Looking {
        private final CancellationScope scope;
        private Promise<Regression> result = Workflow.newPromise();

        Looking(Call<Regression> call) {
            scope = Workflow.newCancellationScope(
                    () -> result = Async.function(() -> call.what().apply(host.probing(call))));
        }

        /** Completed by an answer or a failure; never fails itself. */
        Promise<Boolean> ended() {
            return result.handle((regression, failure) -> true);
        }

        Optional<Regression> regression() {
            try {
                return Optional.of(result.get());
            } catch (ActivityFailure notPickedUp) {
                return Optional.empty();
            }
        }
    }
}
