package io.mddc.upgrade.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.mddc.upgrade.cluster.OperationId;
import io.mddc.upgrade.contract.DrainOutcome;
import io.mddc.upgrade.contract.HostOrders.BeginInstall;
import io.mddc.upgrade.contract.HostOrders.Drain;
import io.mddc.upgrade.contract.HostOrders.Upload;
import io.mddc.upgrade.contract.InstallOutcome;
import io.mddc.upgrade.json.UpgradeJson;
import io.mddc.upgrade.run.Step;
import io.mddc.upgrade.worker.fixture.Engine;
import io.mddc.upgrade.worker.fixture.OtherJvm;
import io.mddc.upgrade.worker.fixture.OwnRoot;
import io.mddc.upgrade.worker.fixture.TestHost;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowClientOptions;
import io.temporal.client.WorkflowOptions;
import io.temporal.client.WorkflowStub;
import io.temporal.serviceclient.WorkflowServiceStubs;
import io.temporal.serviceclient.WorkflowServiceStubsOptions;
import io.temporal.worker.WorkerFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real worker process on a real engine, killed with -9 in the middle. */
class WorkerOnEngineTest {
    private static final String QUEUE = "test-workflows";
    private static final Duration LIMIT = Duration.ofSeconds(60);

    private Engine engine;
    private TestHost host;
    private Path config;
    private Path data;
    private WorkflowServiceStubs stubs;
    private WorkflowClient client;
    private WorkerFactory factory;
    private Process worker;

    @BeforeEach
    void start(@TempDir Path folder) throws IOException {
        engine = Engine.in(folder);
        host = TestHost.in(folder);
        config = host.config(engine.target());
        data = folder.resolve("data");
        // The worker is there before the engine, and waits for it.
        worker = startWorker();
        engine.start();
        stubs = WorkflowServiceStubs.newServiceStubs(WorkflowServiceStubsOptions.newBuilder()
                .setTarget(engine.target())
                .build());
        client = WorkflowClient.newInstance(
                stubs,
                WorkflowClientOptions.newBuilder()
                        .setDataConverter(UpgradeJson.dataConverter())
                        .build());
        factory = WorkerFactory.newInstance(client);
        factory.newWorker(QUEUE)
                .registerWorkflowImplementationTypes(OneVerb.InstallingImpl.class, OneVerb.DrainingImpl.class);
        factory.start();
    }

    @AfterEach
    void stop() {
        if (factory != null) {
            factory.shutdownNow();
            stubs.shutdownNow();
            worker.destroyForcibly();
            host.close();
        }
        if (engine != null) {
            engine.close();
        }
    }

    @Test
    void carriesAnInstallOnAfterTheWorkerWasKilledInItsMiddle() throws Exception {
        var target = host.offering(host.root().build("5.17.0-1", "sleep 3"));
        var operation = OperationId.parse("2026-11-22-1/core-1/1");
        var order = new BeginInstall(operation, Step.INSTALL, target.description(), LIMIT);
        var workflow = started("Installing", upload(target), order);
        var journal = data.resolve("journal/2026-11-22-1_core-1_1.jsonl");
        await().atMost(LIMIT).until(() -> Files.exists(journal) && tokens() > 0);

        killAndStartWorker();

        assertThat(workflow.getResult(InstallOutcome.class)).isInstanceOf(InstallOutcome.Installed.class);
        assertThat(host.root().installsOf("5.17.0-1")).isEqualTo(1);
        assertThat(tokens()).isZero();
    }

    @Test
    void carriesADrainOnAfterTheWorkerWasKilledInItsMiddle() throws Exception {
        host.core().isolatedBy("upgrade/2026-11-22-1").takesFile("file-1", 3, "default");
        var workflow = started("Draining", drain());
        await().atMost(LIMIT).until(() -> tokens() > 0);

        killAndStartWorker();
        await().atMost(LIMIT).until(() -> tokens() > 0);
        host.core().finishesAll();

        assertThat(workflow.getResult(DrainOutcome.class)).isEqualTo(new DrainOutcome.Drained(101));
    }

    @Test
    void handsADrainToItsSuccessorWhenItIsToldToEnd() throws Exception {
        host.core().isolatedBy("upgrade/2026-11-22-1").takesFile("file-1", 3, "default");
        var workflow = started("Draining", drain());
        await().atMost(LIMIT).until(() -> tokens() > 0);

        worker.destroy();
        assertThat(worker.waitFor(30, TimeUnit.SECONDS)).isTrue();
        worker = startWorker();
        host.core().finishesAll();

        assertThat(workflow.getResult(DrainOutcome.class)).isEqualTo(new DrainOutcome.Drained(101));
    }

    @Test
    void goesOnDrainingWhileTheEngineIsAway() throws Exception {
        host.core().isolatedBy("upgrade/2026-11-22-1").takesFile("file-1", 3, "default");
        var workflow = started("Draining", drain());
        await().atMost(LIMIT).until(() -> tokens() > 0);

        engine.close();
        engine.start();
        host.core().finishesAll();

        assertThat(workflow.getResult(DrainOutcome.class)).isEqualTo(new DrainOutcome.Drained(101));
    }

    private static Drain drain() {
        return new Drain(OneInstance.CORE, Duration.ofMinutes(5), Duration.ofMillis(200));
    }

    @Test
    void reportsItsHostAndInstances() {
        await().atMost(LIMIT)
                .untilAsserted(() -> assertThat(host.controlCenter().reports())
                        .isNotEmpty()
                        .last()
                        .satisfies(report -> {
                            assertThat(report.host()).isEqualTo(OneInstance.HOST);
                            assertThat(report.memoryFree()).isPositive();
                            assertThat(report.diskFree()).isPositive();
                            assertThat(report.instances())
                                    .singleElement()
                                    .satisfies(instance ->
                                            assertThat(instance.running()).isEqualTo("5.16.0"));
                        }));
    }

    private WorkflowStub started(String type, Object... input) {
        var options = WorkflowOptions.newBuilder().setTaskQueue(QUEUE).build();
        var workflow = client.newUntypedWorkflowStub(type, options);
        workflow.start(input);
        return workflow;
    }

    private static Upload upload(OwnRoot.Built target) {
        return new Upload(OneInstance.CORE, target.description(), Optional.empty());
    }

    private void killAndStartWorker() throws Exception {
        worker.destroyForcibly().waitFor();
        worker = startWorker();
        await().atMost(LIMIT).until(() -> tokens() == 0 || worker.isAlive());
    }

    private Process startWorker() throws IOException {
        return OtherJvm.running(WorkerMain.class, "--config", config.toString());
    }

    private long tokens() throws IOException {
        var folder = data.resolve("tokens");
        if (!Files.isDirectory(folder)) {
            return 0;
        }
        try (var files = Files.list(folder)) {
            return files.count();
        }
    }
}
