package io.mddc.upgrade.lab.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.mddc.upgrade.controlcenter.engine.Endpoint;
import io.mddc.upgrade.controlcenter.engine.Engine;
import io.mddc.upgrade.controlcenter.engine.EngineConfig;
import io.mddc.upgrade.controlcenter.engine.EngineMode;
import io.mddc.upgrade.workflow.SearchAttributes;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowOptions;
import io.temporal.client.WorkflowStub;
import io.temporal.client.WorkflowUpdateException;
import io.temporal.worker.WorkerFactory;
import java.io.IOException;
import java.net.ConnectException;
import java.net.Socket;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrialEngineTest {
    private static final String QUEUE = "bells";

    @TempDir
    private Path folder;

    private TrialEngineProcess process;
    private Engine engine;
    private WorkerFactory workers;

    @BeforeEach
    void startAll() throws IOException {
        process = TrialEngineProcess.start(folder);
        var address = new Endpoint(TrialEngineProcess.ADDRESS, process.port());
        engine = Engine.create(new EngineConfig(EngineMode.EXTERNAL, address, null, null, null), folder);
        engine.start();
        await().atMost(TrialEngineProcess.LIMIT)
                .untilAsserted(() -> assertThat(engine.status().sentence()).endsWith("is ready."));
        workers = WorkerFactory.newInstance(engine.client());
        workers.newWorker(QUEUE).registerWorkflowImplementationTypes(Bell.Impl.class, Bell.Ringer.Impl.class);
        workers.start();
    }

    @AfterEach
    void endAll() {
        workers.shutdownNow();
        engine.stop();
        process.close();
    }

    @Test
    void hasNoWebUiForTheControlCenterToLinkTo() {
        assertThat(engine.status().mode()).isEqualTo(EngineMode.EXTERNAL);
        assertThat(engine.webUi("any")).isEmpty();
    }

    @Test
    void carriesUpdatesTheirRefusalsAndSignalsBetweenWorkflows() {
        var bell = engine.client().newWorkflowStub(Bell.class, options("bell"));
        WorkflowClient.start(bell::await);

        assertThatThrownBy(() -> bell.tune(0))
                .isInstanceOf(WorkflowUpdateException.class)
                .hasStackTraceContaining("A bell cannot be tuned to 0");
        assertThat(bell.tune(5)).isEqualTo(1);
        engine.client().newWorkflowStub(Bell.Ringer.class, options("ringer")).ring("bell");

        assertThat(WorkflowStub.fromTyped(bell).getResult(String.class)).isEqualTo("another workflow at 5");
    }

    @Test
    void keepsTheSearchAttributesThatTheControlCenterAdded() {
        var bell = engine.client().newWorkflowStub(Bell.class, options("bell"));
        WorkflowClient.start(bell::await);
        bell.tune(2);

        var found = WorkflowStub.fromTyped(bell).describe().getTypedSearchAttributes();

        assertThat(found.get(SearchAttributes.UPGRADE)).isEqualTo("2026-11-22-1");
        assertThat(found.get(SearchAttributes.STEP)).isEqualTo("TUNED");
    }

    @Test
    void listensOnItsOneAddressOnly() {
        assertThatThrownBy(() -> new Socket("127.0.24.32", process.port()).close())
                .isInstanceOf(ConnectException.class);
    }

    private static WorkflowOptions options(String id) {
        return WorkflowOptions.newBuilder()
                .setWorkflowId(id)
                .setTaskQueue(QUEUE)
                .setTypedSearchAttributes(io.temporal.common.SearchAttributes.newBuilder()
                        .set(SearchAttributes.UPGRADE, "2026-11-22-1")
                        .build())
                .build();
    }
}
