package io.mddc.upgrade.controlcenter.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.mddc.upgrade.workflow.SearchAttributes;
import io.temporal.api.operatorservice.v1.ListSearchAttributesRequest;
import io.temporal.api.workflowservice.v1.GetSystemInfoRequest;
import io.temporal.common.SearchAttributeKey;
import io.temporal.serviceclient.OperatorServiceStubs;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** With the real Temporal server, real processes and real kills. */
class EmbeddedEngineTest {
    @TempDir
    private static Path root;

    @RegisterExtension
    private final TestEngine test = new TestEngine(root.resolve(Long.toString(System.nanoTime())));

    @Test
    void startsTheEngineInASessionOfItsOwnAndAnswersThroughIt() throws IOException {
        var engine = test.startAndAwait();

        assertThat(engine.status())
                .isEqualTo(new EngineStatus(
                        true,
                        EngineMode.EMBEDDED,
                        test.config().address().toString(),
                        "http://127.0.0.1:" + test.config().embedded().webUiPort(),
                        "The engine on " + test.config().address() + " is ready."));
        assertThat(engine.webUi("upgrade/2026-11-22-1"))
                .isEqualTo(engine.status().webUi() + "/namespaces/default/workflows/upgrade%2F2026-11-22-1");
        assertThat(sessionOf(test.pid())).isEqualTo(test.pid());
        assertThat(searchAttributes()).containsAll(ourSearchAttributes());
        assertThat(engine.client()
                        .getWorkflowServiceStubs()
                        .blockingStub()
                        .getSystemInfo(GetSystemInfoRequest.getDefaultInstance())
                        .getServerVersion())
                .isNotEmpty();
    }

    @Test
    void outlivesAKilledControlCenterAndIsJoinedByTheNextOne() throws IOException {
        var controlCenter = startAControlCenterOfItsOwn();
        await().atMost(TestEngine.LIMIT)
                .until(() -> test.folder().pidFile().read().isPresent());
        var pid = test.pid();

        controlCenter.destroyForcibly().onExit().join();
        test.startAndAwait();

        assertThat(test.pid()).isEqualTo(pid);
        assertThat(EngineProcess.of(pid, test.folder().database())).isPresent();
    }

    @Test
    void goesOnAfterItsOwnStopSoThatTheNextOneJoinsIt() {
        var first = test.startAndAwait();
        var pid = test.pid();

        first.stop();
        test.startAndAwait();

        assertThat(test.pid()).isEqualTo(pid);
    }

    @Test
    void startsTheEngineAgainWhenItDied() {
        var engine = test.startAndAwait();
        var former = test.pid();

        TestEngine.kill(former);

        await().atMost(TestEngine.LIMIT)
                .until(() -> test.folder()
                        .pidFile()
                        .read()
                        .filter(pid -> pid != former)
                        .isPresent());
        TestEngine.awaitReady(engine);
    }

    @Test
    void doesNotTakeAnotherProgramForItsEngineBecauseAPidFileNamesIt() throws IOException {
        Files.createDirectories(test.folder().path());
        test.folder().pidFile().write(ProcessHandle.current().pid());

        test.startAndAwait();

        assertThat(test.pid()).isNotEqualTo(ProcessHandle.current().pid());
    }

    @Test
    void joinsAnEngineWithoutPidFileAndTeachesItItsSearchAttributes() throws IOException {
        Files.createDirectories(test.folder().path());
        var program = new EngineProgram(test.config()).find().orElseThrow();
        var process = new ProcessBuilder(List.of(
                        program.toString(),
                        "server",
                        "start-dev",
                        "--ip",
                        "127.0.0.1",
                        "--port",
                        Integer.toString(test.config().address().port()),
                        "--headless",
                        "--db-filename",
                        test.folder().database().toString()))
                .redirectErrorStream(true)
                .redirectOutput(test.folder().log().toFile())
                .start();

        test.startAndAwait();

        assertThat(test.pid()).isEqualTo(process.pid());
        assertThat(searchAttributes()).containsAll(ourSearchAttributes());
    }

    @Test
    void namesTheProcessThatHoldsItsPortAndStartsWhenThatIsGone() throws IOException {
        var address = test.config().address();
        Engine engine;
        try (var foreign = new ServerSocket()) {
            foreign.bind(new InetSocketAddress(address.host(), address.port()));
            engine = test.start();

            await().atMost(TestEngine.LIMIT)
                    .untilAsserted(() -> assertThat(engine.status().sentence())
                            .startsWith("The engine cannot start, " + address + " is held by process "
                                    + ProcessHandle.current().pid() + " (")
                            .endsWith("): end it, or change engine.address."));
            assertThat(engine.status().ready()).isFalse();
        }
        TestEngine.awaitReady(engine);
    }

    private Process startAControlCenterOfItsOwn() throws IOException {
        var command = new ArrayList<>(List.of(TestEngine.java().toString(), "-cp"));
        command.add(Objects.requireNonNull(System.getProperty("java.class.path")));
        command.add(EngineStarter.class.getName());
        command.add(test.folder().path().toString());
        command.add(test.config().address().toString());
        command.add(test.config().embedded().webUiPort().toString());
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(root.resolve("control-center.log").toFile())
                .start();
    }

    private Set<String> searchAttributes() {
        var stubs = OperatorServiceStubs.newServiceStubs(EngineAccess.operator(test.config()));
        try {
            return stubs.blockingStub()
                    .listSearchAttributes(ListSearchAttributesRequest.newBuilder()
                            .setNamespace("default")
                            .build())
                    .getCustomAttributesMap()
                    .keySet();
        } finally {
            stubs.shutdownNow();
        }
    }

    private static List<String> ourSearchAttributes() {
        return SearchAttributes.ALL.stream().map(SearchAttributeKey::getName).toList();
    }

    /** The sixth field of {@code /proc/<pid>/stat}; what stands before it ends with the last bracket. */
    private static long sessionOf(long pid) throws IOException {
        var stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
        return Long.parseLong(stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1)[3]);
    }
}
