package io.mddc.upgrade.lab.demo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.mddc.upgrade.json.UpgradeJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A person's {@code mddc-upgrade watch}: it must show every event once, whatever becomes of the control center meanwhile. */
final class TerminalWatch implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Path shown;
    private final Process process;

    private TerminalWatch(Path shown, Process process) {
        this.shown = shown;
        this.process = process;
    }

    static TerminalWatch start(Path folder, List<String> command) {
        var shown = folder.resolve("watch.jsonl");
        try {
            return new TerminalWatch(
                    shown,
                    new ProcessBuilder(command)
                            .redirectInput(Path.of("/dev/null").toFile())
                            .redirectErrorStream(true)
                            .redirectOutput(shown.toFile())
                            .start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What is not as it should be, in sentences, after the upgrade has ended. */
    List<String> broken(List<UpgradeEvent> events) {
        if (!hasEnded()) {
            return List.of("mddc-upgrade watch did not end with the upgrade, see " + shown);
        }
        var expected = events.stream().map(UpgradeEvent::seq).toList();
        return numbers().equals(expected)
                ? List.of()
                : List.of("mddc-upgrade watch showed the events " + numbers() + ", not each of " + expected
                        + " once, see " + shown);
    }

    private boolean hasEnded() {
        try {
            return process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Interrupted();
        }
    }

    private List<Long> numbers() {
        try {
            return Files.readAllLines(shown).stream()
                    .map(TerminalWatch::read)
                    .map(line -> line.path("seq"))
                    .filter(JsonNode::isNumber)
                    .map(JsonNode::asLong)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode read(String line) {
        try {
            return UpgradeJson.mapper().readTree(line);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("mddc-upgrade watch wrote: " + line, e);
        }
    }

    @Override
    public void close() {
        process.destroy();
    }
}
