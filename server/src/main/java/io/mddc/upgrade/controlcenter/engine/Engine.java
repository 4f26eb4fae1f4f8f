package io.mddc.upgrade.controlcenter.engine;

import com.uber.m3.tally.NoopScope;
import com.uber.m3.tally.Scope;
import io.dropwizard.lifecycle.Managed;
import io.temporal.client.WorkflowClient;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/**
 * The engine as the rest of the control center sees it: a client that may be used from the first moment on, and a status.
 *
 * <p>One thread looks again and again: is there an engine (an embedded one is started when not), does it answer, does it
 * know our search attributes. {@link #start} returns at once, so the control center comes up beside its engine; {@link #stop}
 * leaves an embedded engine running, because workflows and workers go on while the control center is replaced.
 */
public final class Engine implements Managed {
    private static final Logger LOG = LoggerFactory.getLogger(Engine.class);
    private static final Duration UNTIL_READY = Duration.ofMillis(100);
    private static final Duration WHILE_READY = Duration.ofSeconds(1);

    private final EngineConfig config;
    private final EngineKeeper keeper;
    private final EngineConnection connection;
    private final Thread looking = new Thread(this::lookAgainAndAgain, "engine");
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final CompletableFuture<Void> firstReady = new CompletableFuture<>();
    private volatile EngineStatus status;

    private Engine(EngineConfig config, EngineKeeper keeper, EngineConnection connection) {
        this.config = config;
        this.keeper = keeper;
        this.connection = connection;
        looking.setDaemon(true);
        this.status = describe(Optional.of("The engine was not looked for yet."));
    }

    /** Does nothing yet: neither connects nor starts a process. */
    public static Engine create(EngineConfig config, Path dataFolder) {
        return create(config, dataFolder, new NoopScope());
    }

    /**
     * The same.
     *
     * @param metrics what its clients report into
     */
    public static Engine create(EngineConfig config, Path dataFolder, Scope metrics) {
        var keeper = config.mode() == EngineMode.EMBEDDED
                ? new EmbeddedKeeper(config, dataFolder, InstantSource.system())
                : EngineKeeper.FOREIGN;
        return new Engine(config, keeper, new EngineConnection(config, metrics));
    }

    /** Begins to look; a second call does nothing. */
    @Override
    public void start() {
        if (looking.getState() == Thread.State.NEW) {
            looking.start();
        }
    }

    @Override
    public void stop() {
        stopped.countDown();
        connection.close();
        if (config.mode() == EngineMode.EMBEDDED) {
            LOG.info("The engine on {} goes on running; the next control center joins it", config.address());
        }
    }

    /** Connects when it is used; a call made while there is no engine waits and fails as any call to a silent server. */
    public WorkflowClient client() {
        return connection.client();
    }

    public EngineStatus status() {
        return status;
    }

    /** Where people look at one workflow; empty when the engine has no Web UI. */
    public String webUi(String workflowId) {
        return config.webUi().isEmpty()
                ? ""
                : config.webUi() + "/namespaces/" + config.namespace() + "/workflows/"
                        + URLEncoder.encode(workflowId, StandardCharsets.UTF_8);
    }

    /** Completed, on the looking thread, when the engine was ready for the first time. */
    public CompletionStage<Void> firstReady() {
        return firstReady.minimalCompletionStage();
    }

    private void lookAgainAndAgain() {
        try {
            do {
                look();
            } while (!stopped.await((status.ready() ? WHILE_READY : UNTIL_READY).toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    private void look() {
        try {
            note(keeper.keep().or(connection::trouble));
        } catch (RuntimeException unforeseen) {
            LOG.error("Looking after the engine failed; it is tried again", unforeseen);
            note(Optional.of("The engine cannot be looked after: " + unforeseen.getMessage()));
        }
    }

    private void note(Optional<String> trouble) {
        if (stopped.getCount() == 0) {
            return;
        }
        var former = status;
        status = describe(trouble);
        if (status.ready()) {
            keeper.answered();
            firstReady.complete(null);
        }
        if (!status.equals(former)) {
            LOG.atLevel(status.ready() ? Level.INFO : Level.WARN).log(status.sentence());
        }
    }

    private EngineStatus describe(Optional<String> trouble) {
        return new EngineStatus(
                trouble.isEmpty(),
                config.mode(),
                config.address().toString(),
                config.webUi(),
                trouble.orElse("The engine on " + config.address() + " is ready."));
    }
}
