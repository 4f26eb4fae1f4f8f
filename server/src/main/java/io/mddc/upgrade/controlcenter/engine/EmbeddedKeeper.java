package io.mddc.upgrade.controlcenter.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the embedded engine running: one process for one database file.
 *
 * <p>A process that serves our file is joined, whoever started it: first the one the pid file names, else (the pid file was
 * lost, or a control center died between starting and noting it) whichever the process table shows. Only when there is none
 * and both ports are free a new one is started; one that ends again and again is started at growing intervals.
 */
final class EmbeddedKeeper implements EngineKeeper {
    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedKeeper.class);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

    private final EngineConfig config;
    private final EngineProgram program;
    private final EngineFolder folder;
    private final PidFile pidFile;
    private final Path database;
    private final InstantSource clock;

    private Instant notBefore = Instant.MIN;
    private Duration pause = FIRST_PAUSE;
    private long joined;

    EmbeddedKeeper(EngineConfig config, Path dataFolder, InstantSource clock) {
        this.config = config;
        this.program = new EngineProgram(config);
        this.folder = new EngineFolder(dataFolder);
        this.pidFile = folder.pidFile();
        this.database = folder.database();
        this.clock = clock;
    }

    @Override
    public Optional<String> keep() {
        return pidFile.read()
                .flatMap(pid -> EngineProcess.of(pid, database))
                .or(() -> EngineProcess.find(database))
                .map(this::join)
                .orElseGet(this::startWhenPossible);
    }

    @Override
    public void answered() {
        pause = FIRST_PAUSE;
    }

    private Optional<String> join(EngineProcess process) {
        var port = process.option("--port").orElse("");
        if (!port.equals(Integer.toString(config.address().port()))) {
            return Optional.of(
                    "The engine that serves " + database + " (process " + process.pid() + ") listens on port " + port
                            + ", engine.address says " + config.address() + ": set it so, or end that process.");
        }
        if (process.pid() != joined) {
            joined = process.pid();
            pidFile.write(joined);
            LOG.info("The engine on {} is process {}, database {}", config.address(), joined, database);
        }
        return Optional.empty();
    }

    private Optional<String> startWhenPossible() {
        if (pidFile.delete()) {
            LOG.warn("No engine runs for {} any more; its pid file is removed", database);
        }
        if (clock.instant().isBefore(notBefore)) {
            return Optional.of("The engine ended soon after its start and is started again at " + notBefore
                    + "; what it said is in " + folder.log() + ".");
        }
        return portTaken().or(this::start);
    }

    private Optional<String> portTaken() {
        var webUi = new Endpoint(config.address().host(), config.embedded().webUiPort());
        return Stream.of(config.address(), webUi)
                .flatMap(endpoint -> PortHolder.of(endpoint).map(holder -> taken(endpoint, holder)).stream())
                .findFirst();
    }

    private String taken(Endpoint endpoint, String holder) {
        var key = endpoint.equals(config.address()) ? "engine.address" : "engine.embedded.webUiPort";
        return "The engine cannot start, " + endpoint + " is held by " + holder + ": end it, or change " + key + ".";
    }

    private Optional<String> start() {
        var found = program.find();
        if (found.isEmpty()) {
            return Optional.of("There is no program temporal in "
                    + config.embedded().toolsFolder().toAbsolutePath() + " nor on PATH: run bin/install-temporal.");
        }
        createFolder();
        var pid = program.start(found.get(), folder);
        pidFile.write(pid);
        notBefore = clock.instant().plus(pause);
        pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause.multipliedBy(2);
        LOG.info("Started the engine, {} as process {}", found.get(), pid);
        return Optional.empty();
    }

    private void createFolder() {
        try {
            Files.createDirectories(folder.path());
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }
}
