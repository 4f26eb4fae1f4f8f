package io.mddc.upgrade.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.mddc.upgrade.cluster.Component;
import io.mddc.upgrade.contract.TaskQueues;
import io.mddc.upgrade.json.UpgradeJson;
import io.mddc.upgrade.plan.Policies;
import io.mddc.upgrade.run.Outcome;
import io.mddc.upgrade.run.UnitState;
import io.mddc.upgrade.run.UpgradeState;
import io.temporal.client.WorkflowClientOptions;
import io.temporal.common.WorkflowExecutionHistory;
import io.temporal.testing.TestEnvironmentOptions;
import io.temporal.testing.TestWorkflowEnvironment;
import io.temporal.testing.WorkflowReplayer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Replays committed histories: a change of the workflows that running upgrades would not survive fails here. A file is named
 * by its workflow id, {@code /} written as {@code +}. Recorded anew with {@code -Dwrite=true}.
 */
class ReplayTest {
    private static final Path HISTORIES = Path.of("src", "test", "resources", "histories");

    static Stream<Path> histories() throws IOException {
        try (var files = Files.walk(HISTORIES)) {
            return files.filter(file -> file.toString().endsWith(".json")).toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("histories")
    void replays(Path file) throws IOException {
        var workflowId = file.getFileName().toString().replace(".json", "").replace('+', '/');
        var history = WorkflowExecutionHistory.fromJson(Files.readString(file), workflowId);
        try (var engine = TestWorkflowEnvironment.newInstance(options())) {
            var worker = engine.newWorker(TaskQueues.CONTROL_CENTER);
            worker.registerWorkflowImplementationTypes(UpgradeWorkflows.implementations());

            assertThatCode(() -> WorkflowReplayer.replayWorkflowExecution(history, worker))
                    .doesNotThrowAnyException();
        }
    }

    @Test
    void everyShapeIsCommitted() throws IOException {
        assertThat(histories().map(file -> HISTORIES.relativize(file).getName(0).toString()))
                .contains("good-run", "abort", "way-back", "pause-skip", "rollback", "by-hand");
    }

    @Test
    @EnabledIfSystemProperty(named = "write", matches = "true")
    void recordsAGoodRun() throws IOException {
        try (var run = UpgradeRun.of(2, Policies.DEFAULT)) {
            run.host(1).drainsBy(3);
            run.start();
            assertThat(run.outcome()).isEqualTo(Outcome.SUCCEEDED);
            save(run, "good-run");
        }
    }

    @Test
    @EnabledIfSystemProperty(named = "write", matches = "true")
    void recordsAnAbort() throws IOException {
        try (var run = UpgradeRun.of(2, Policies.DEFAULT)) {
            run.host(1).holds("drain");
            run.start();
            until(() -> run.host(1).done().contains("drain"));
            run.abort("wrong night");
            assertThat(run.outcome()).isEqualTo(Outcome.ABORTED);
            save(run, "abort");
        }
    }

    @Test
    @EnabledIfSystemProperty(named = "write", matches = "true")
    void recordsAWayBack() throws IOException {
        try (var run = UpgradeRun.of(2, Policies.DEFAULT)) {
            run.host(1).fails("health", "core-1 is not ready for 12 s.");
            run.start();
            assertThat(run.outcome()).isEqualTo(Outcome.ROLLED_BACK);
            save(run, "way-back");
        }
    }

    @Test
    @EnabledIfSystemProperty(named = "write", matches = "true")
    void recordsAPauseAndASkip() throws IOException {
        try (var run = UpgradeRun.of(2, Policies.DEFAULT)) {
            var gate = run.host(1).holds("awaitInstall");
            run.start();
            until(() -> run.host(1).done().contains("awaitInstall"));
            run.workflow().pause(UpgradeRun.command("look first"));
            gate.countDown();
            until(() -> run.workflow().state() == UpgradeState.PAUSED);
            run.stage().skip(run.on(2, "it is on loan"));
            assertThat(run.outcome()).isEqualTo(Outcome.PARTIAL);
            save(run, "pause-skip");
        }
    }

    @Test
    @EnabledIfSystemProperty(named = "write", matches = "true")
    void recordsARollback() throws IOException {
        try (var run = UpgradeRun.of(2, Policies.DEFAULT)) {
            var gate = run.host(2).holds("awaitInstall");
            run.start();
            until(() -> run.host(2).done().contains("awaitInstall"));
            run.workflow().rollback(UpgradeRun.command("the release is bad"));
            gate.countDown();
            assertThat(run.outcome()).isEqualTo(Outcome.ROLLED_BACK);
            save(run, "rollback", WorkflowIds.ofRollback(UpgradeRun.ID, Component.CORE));
        }
    }

    @Test
    @EnabledIfSystemProperty(named = "write", matches = "true")
    void recordsAnInstallByHand() throws IOException {
        var policy = new Policies.Builder().attended(Component.IDENTITY_SERVICE).build();
        try (var run = UpgradeRun.of(Component.IDENTITY_SERVICE, 1, policy)) {
            run.start();
            until(() -> run.states(1).contains(UnitState.INSTALLING));
            run.byInstaller(run.host(1)).confirmInstalled(UpgradeRun.command("too early"));
            until(() -> run.waitsForPersons().anyMatch(wait -> wait.sentence().startsWith("host-1 shows")));
            run.host(1).isInstalledByHand();
            run.byInstaller(run.host(1)).confirmInstalled(UpgradeRun.command("done"));
            assertThat(run.outcome()).isEqualTo(Outcome.SUCCEEDED);
            save(run, "by-hand");
        }
    }

    private static void until(Callable<Boolean> condition) {
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(condition);
    }

    private static void save(UpgradeRun run, String shape, String... more) throws IOException {
        var folder = Files.createDirectories(HISTORIES.resolve(shape));
        var ids = new ArrayList<>(List.of(more));
        ids.addAll(List.of(
                WorkflowIds.ofUpgrade(UpgradeRun.ID),
                WorkflowIds.ofStage(UpgradeRun.ID, run.host(1).plan().component()),
                WorkflowIds.ofCleanup(UpgradeRun.ID)));
        run.hosts().forEach(host -> ids.add(WorkflowIds.ofUnit(host.plan().instance())));
        for (var id : ids) {
            Files.writeString(folder.resolve(id.replace('/', '+') + ".json"), run.history(id));
        }
    }

    private static TestEnvironmentOptions options() {
        return TestEnvironmentOptions.newBuilder()
                .setWorkflowClientOptions(WorkflowClientOptions.newBuilder()
                        .setDataConverter(UpgradeJson.dataConverter())
                        .build())
                .build();
    }
}
