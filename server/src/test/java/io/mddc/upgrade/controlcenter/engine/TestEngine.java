package io.mddc.upgrade.controlcenter.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A data folder and ports for one embedded engine; afterwards the engine's process is ended. */
final class TestEngine implements BeforeEachCallback, AfterEachCallback {
    static final Path TOOLS = Path.of("..", ".tools");
    static final Duration LIMIT = Duration.ofSeconds(30);

    private static final AtomicInteger PORT = new AtomicInteger(23_100);

    private final EngineConfig config =
            config(new Endpoint("127.0.0.1", PORT.getAndIncrement()), PORT.getAndIncrement());
    private final EngineFolder folder;
    private @Nullable Engine engine;

    TestEngine(Path folder) {
        this.folder = new EngineFolder(folder);
    }

    static EngineConfig config(Endpoint address, int webUiPort) {
        return new EngineConfig(EngineMode.EMBEDDED, address, null, new EmbeddedSettings(webUiPort, TOOLS), null);
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        var program = new EngineProgram(config).find();
        if (Boolean.parseBoolean(System.getenv("CI"))) {
            assertThat(program).as("temporal, built by bin/install-temporal").isPresent();
        }
        assumeThat(program).as("temporal, built by bin/install-temporal").isPresent();
    }

    @Override
    public void afterEach(ExtensionContext context) {
        if (engine != null) {
            engine.stop();
        }
        EngineProcess.find(folder.database()).map(EngineProcess::pid).ifPresent(TestEngine::kill);
    }

    EngineConfig config() {
        return config;
    }

    EngineFolder folder() {
        return folder;
    }

    Engine start() {
        engine = Engine.create(config, folder.path());
        engine.start();
        return engine;
    }

    Engine startAndAwait() {
        var started = start();
        awaitReady(started);
        return started;
    }

    static void awaitReady(Engine engine) {
        await().atMost(LIMIT)
                .untilAsserted(() -> assertThat(engine.status().sentence()).endsWith("is ready."));
    }

    long pid() {
        return folder.pidFile().read().orElseThrow();
    }

    /** kill -9, and waits until the process is gone. */
    static void kill(long pid) {
        ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly);
        await().atMost(LIMIT).until(() -> EngineProcess.commandOf(pid).stream().allMatch(String::isEmpty));
    }

    static Path java() {
        return Path.of(Objects.requireNonNull(System.getProperty("java.home")), "bin", "java");
    }
}
