package io.mddc.upgrade.worker;

import io.grpc.StatusRuntimeException;
import io.mddc.upgrade.contract.HostActivities;
import io.mddc.upgrade.contract.TaskQueues;
import io.mddc.upgrade.json.UpgradeJson;
import io.temporal.api.workflowservice.v1.DescribeNamespaceRequest;
import io.temporal.client.ActivityCompletionException;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowClientOptions;
import io.temporal.serviceclient.WorkflowServiceStubs;
import io.temporal.serviceclient.WorkflowServiceStubsOptions;
import io.temporal.worker.WorkerFactory;
import io.temporal.worker.WorkerFactoryOptions;
import io.temporal.worker.WorkerOptions;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The connection to the engine. One that is not there is waited for; when it answers, first the activities of a former life
 * are ended, then this one asks for work. Afterwards the engine is looked at now and then, only to say when it went and came.
 */
final class EngineLink {
    private static final Logger LOG = LoggerFactory.getLogger(EngineLink.class);
    private static final Duration PAUSE = Duration.ofMillis(500);
    private static final Duration LOOK = Duration.ofSeconds(5);
    private static final Duration ANSWER = Duration.ofSeconds(2);

    /** An engine that comes back is seen after this, however long it was away. */
    private static final Duration RECONNECT = Duration.ofSeconds(1);

    /** With a longer one, cancellation and what a heartbeat tells arrive late. */
    private static final Duration THROTTLE = Duration.ofSeconds(1);

    private final StateLog state = new StateLog(LOG);
    private final WorkerConfig config;
    private final String identity;
    private final HostActivities activities;
    private final TaskTokens tokens;
    private final WorkflowServiceStubs stubs;
    private final WorkflowClient client;
    private volatile Optional<WorkerFactory> factory = Optional.empty();

    EngineLink(WorkerConfig config, String version, HostActivities activities, TaskTokens tokens) {
        this.config = config;
        this.identity = "worker/" + config.host() + "@" + version;
        this.activities = activities;
        this.tokens = tokens;
        this.stubs = WorkflowServiceStubs.newServiceStubs(WorkflowServiceStubsOptions.newBuilder()
                .setTarget(config.engine().target())
                .setConnectionBackoffResetFrequency(RECONNECT)
                .build());
        this.client = WorkflowClient.newInstance(
                stubs,
                WorkflowClientOptions.newBuilder()
                        .setNamespace(config.engine().namespace())
                        .setIdentity(identity)
                        .setDataConverter(UpgradeJson.dataConverter())
                        .build());
    }

    /** Works until the thread is interrupted. */
    void run() throws InterruptedException {
        while (!begin()) {
            Thread.sleep(PAUSE.toMillis());
        }
        while (true) {
            Thread.sleep(LOOK.toMillis());
            answers();
        }
    }

    /** Running activities are interrupted; each tells the engine that a successor has to carry on. */
    void stop() {
        factory.ifPresent(it -> {
            it.shutdownNow();
            it.awaitTermination(ANSWER.toMillis(), TimeUnit.MILLISECONDS);
        });
        stubs.shutdownNow();
    }

    private boolean begin() {
        if (!answers()) {
            return false;
        }
        var attempt = newFactory();
        try {
            tokens.endFormer(client.newActivityCompletionClient());
            attempt.start();
            factory = Optional.of(attempt);
            LOG.info("{} asks for work on {}", identity, TaskQueues.ofHost(config.host()));
            return true;
        } catch (StatusRuntimeException | ActivityCompletionException e) {
            state.trouble(notThere(), String.valueOf(e.getMessage()));
            attempt.shutdownNow();
            return false;
        }
    }

    private WorkerFactory newFactory() {
        var options = WorkerFactoryOptions.newBuilder()
                .setWorkerInterceptors(new ActivityFrame(tokens))
                .build();
        var attempt = WorkerFactory.newInstance(client, options);
        attempt.newWorker(TaskQueues.ofHost(config.host()), workerOptions())
                .registerActivitiesImplementations(activities);
        return attempt;
    }

    private WorkerOptions workerOptions() {
        return WorkerOptions.newBuilder()
                .setIdentity(identity)
                .setMaxConcurrentActivityTaskPollers(1)
                .setMaxHeartbeatThrottleInterval(THROTTLE)
                .setDefaultHeartbeatThrottleInterval(THROTTLE)
                .build();
    }

    private boolean answers() {
        try {
            stubs.blockingStub()
                    .withDeadlineAfter(ANSWER.toMillis(), TimeUnit.MILLISECONDS)
                    .describeNamespace(DescribeNamespaceRequest.newBuilder()
                            .setNamespace(config.engine().namespace())
                            .build());
            state.well("the engine at " + config.engine().target() + " answers");
            return true;
        } catch (StatusRuntimeException e) {
            state.trouble(notThere(), String.valueOf(e.getMessage()));
            return false;
        }
    }

    private String notThere() {
        return "the engine at " + config.engine().target() + " does not answer; waiting for it";
    }
}
