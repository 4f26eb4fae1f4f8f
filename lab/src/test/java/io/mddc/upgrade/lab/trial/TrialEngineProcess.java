package io.mddc.upgrade.lab.trial;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Pattern;

/** The trial engine in a JVM of its own, on a free port; ended at the end. */
record TrialEngineProcess(Process process, Path log) implements AutoCloseable {
    static final String ADDRESS = "127.0.24.31";
    static final Duration LIMIT = Duration.ofSeconds(30);

    private static final Pattern PORT = Pattern.compile("listens on " + Pattern.quote(ADDRESS) + ":(\\d+)");

    static TrialEngineProcess start(Path folder) throws IOException {
        var log = folder.resolve("trial-engine.log");
        var process = new ProcessBuilder(TrialEngineProgram.command(ADDRESS, 0))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        return new TrialEngineProcess(process, log);
    }

    /** Waits until it listens. */
    int port() {
        var said = await("the port in " + log)
                .atMost(LIMIT)
                .until(() -> PORT.matcher(read()), found -> found.reset().find());
        return Integer.parseInt(said.group(1));
    }

    private String read() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
        await("the end of the trial engine").atMost(LIMIT).until(() -> !process.isAlive());
    }
}
