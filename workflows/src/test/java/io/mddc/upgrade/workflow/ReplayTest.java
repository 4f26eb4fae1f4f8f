package io.mddc.upgrade.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.mddc.upgrade.contract.TaskQueues;
import io.mddc.upgrade.json.UpgradeJson;
import io.mddc.upgrade.plan.Policies;
import io.mddc.upgrade.run.Outcome;
import io.temporal.client.WorkflowClientOptions;
import io.temporal.common.WorkflowExecutionHistory;
import io.temporal.testing.TestEnvironmentOptions;
import io.temporal.testing.TestWorkflowEnvironment;
import io.temporal.testing.WorkflowReplayer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
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
    void bothShapesAreCommitted() throws IOException {
        assertThat(histories().map(file -> HISTORIES.relativize(file).getName(0).toString()))
                .contains("good-run", "abort");
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
            Awaitility.await()
                    .atMost(Duration.ofSeconds(30))
                    .until(() -> run.host(1).done().contains("drain"));
            run.abort("wrong night");
            assertThat(run.outcome()).isEqualTo(Outcome.ABORTED);
            save(run, "abort");
        }
    }

    private static void save(UpgradeRun run, String shape) throws IOException {
        var folder = Files.createDirectories(HISTORIES.resolve(shape));
        var ids = List.of(
                WorkflowIds.ofUpgrade(UpgradeRun.ID),
                WorkflowIds.ofStage(UpgradeRun.ID, io.mddc.upgrade.cluster.Component.CORE),
                WorkflowIds.ofCleanup(UpgradeRun.ID),
                WorkflowIds.ofUnit(run.host(1).plan().instance()),
                WorkflowIds.ofUnit(run.host(2).plan().instance()));
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
