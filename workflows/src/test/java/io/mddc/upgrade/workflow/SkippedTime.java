package io.mddc.upgrade.workflow;

import io.temporal.activity.Activity;
import io.temporal.api.testservice.v1.UnlockTimeSkippingRequest;
import io.temporal.client.ActivityCompletionException;
import io.temporal.client.ActivityNotExistsException;
import io.temporal.client.WorkflowClient;
import io.temporal.serviceclient.TestServiceStubs;
import io.temporal.serviceclient.TestServiceStubsOptions;
import io.temporal.testing.TestWorkflowEnvironment;
import java.time.Duration;

/**
 * Lets the engine's clock skip while hosts are at work: their verbs take workflow time, and hardly any of ours. They beat as real
 * ones do. Called from within a verb.
 */
final class SkippedTime {
    /** Half of what the workflows wait for one. */
    private static final Duration BEAT = Duration.ofMillis(2500);

    private final TestWorkflowEnvironment engine;
    private final WorkflowClient client;

    SkippedTime(TestWorkflowEnvironment engine, WorkflowClient client) {
        this.engine = engine;
        this.client = client;
    }

    /** It takes so long, unless it is cancelled. */
    void work(Duration length) {
        var heart = heart();
        for (var left = length; left.compareTo(Duration.ZERO) > 0; left = left.minus(BEAT)) {
            engine.sleep(left.compareTo(BEAT) < 0 ? left : BEAT);
            heart.run();
        }
    }

    /**
     * It goes on until it is cancelled by a workflow that ends without waiting for it. The test engine would keep its clock from
     * skipping for ever for such a one.
     */
    void watch() {
        var heart = heart();
        try {
            while (true) {
                engine.sleep(BEAT);
                heart.run();
            }
        } catch (ActivityCompletionException over) {
            while (!isGone(heart)) {
                // its workflow comes to its end meanwhile
            }
            letSkip();
            throw over;
        }
    }

    private Runnable heart() {
        var heartbeats = client.newActivityCompletionClient();
        var task = Activity.getExecutionContext().getTaskToken();
        return () -> heartbeats.heartbeat(task, "works");
    }

    private static boolean isGone(Runnable heart) {
        try {
            heart.run();
            return false;
        } catch (ActivityNotExistsException gone) {
            return true;
        } catch (ActivityCompletionException cancelled) {
            return false;
        }
    }

    private void letSkip() {
        var options = TestServiceStubsOptions.newBuilder()
                .setChannel(engine.getWorkflowServiceStubs().getRawChannel())
                .validateAndBuildWithDefaults();
        TestServiceStubs.newServiceStubs(options)
                .blockingStub()
                .unlockTimeSkipping(UnlockTimeSkippingRequest.getDefaultInstance());
    }
}
