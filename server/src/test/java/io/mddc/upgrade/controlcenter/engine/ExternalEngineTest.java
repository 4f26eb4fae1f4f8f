package io.mddc.upgrade.controlcenter.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.temporal.client.WorkflowOptions;
import io.temporal.client.WorkflowServiceException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** An engine that somebody else runs: here an embedded one plays it. */
class ExternalEngineTest {
    @TempDir
    private static Path root;

    @RegisterExtension
    private final TestEngine somebodyElses = new TestEngine(root.resolve("engine"));

    @Test
    void isWaitedForAndUsedWhenItComes() {
        var address = somebodyElses.config().address();
        var engine = Engine.create(new EngineConfig(EngineMode.EXTERNAL, address, null, null, null), root);
        try {
            engine.start();
            await().untilAsserted(() -> assertThat(engine.status().sentence())
                    .isEqualTo("The engine on " + address + " does not answer yet."));

            somebodyElses.startAndAwait();
            TestEngine.awaitReady(engine);

            assertThat(engine.firstReady().toCompletableFuture()).isDone();
            assertThat(engine.status().mode()).isEqualTo(EngineMode.EXTERNAL);
            assertThat(engine.webUi("any")).isEmpty();
        } finally {
            engine.stop();
        }
    }

    @Test
    void isNotMissedByItsClientUntilThatIsUsed() {
        var config =
                new EngineConfig(EngineMode.EXTERNAL, somebodyElses.config().address(), null, null, null);
        var engine = Engine.create(config, root);
        try {
            var stub = engine.client()
                    .newUntypedWorkflowStub(
                            "Any",
                            WorkflowOptions.newBuilder().setTaskQueue("any").build());

            engine.stop();
            assertThatThrownBy(stub::start).isInstanceOf(WorkflowServiceException.class);
        } finally {
            engine.stop();
        }
    }
}
