package io.mddc.upgrade.worker.control;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.mddc.upgrade.cluster.OperationId;
import io.mddc.upgrade.json.UpgradeJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Asks the host to start itself again, once for each operation: that is noted and on disk before the command is run, and never
 * done again under the same operation.
 *
 * @param command its arguments; empty where nobody is to do that
 * @param notes a folder that survives the start
 * @param boot the kernel's id of this start of the host; empty when it does not tell
 */
public record HostRestart(List<String> command, Path notes, Supplier<Optional<String>> boot) {
    private static final Duration LIMIT = Duration.ofSeconds(30);

    public HostRestart {
        command = List.copyOf(command);
    }

    public boolean isPossible() {
        return !command.isEmpty();
    }

    /** The host was started again since it had that id. */
    public Optional<String> bootAfter(String former) {
        return boot.get().filter(now -> !now.equals(former));
    }

    public boolean isAsked(OperationId operation) {
        return Files.exists(file(operation));
    }

    /** Why the command did not work; empty when it did, or has not ended. */
    public Optional<String> refusal(OperationId operation) {
        try (var lines = isAsked(operation) ? Files.lines(file(operation)) : Stream.<String>empty()) {
            return lines.filter(line -> line.contains("\"refused\""))
                    .map(HostRestart::read)
                    .map(note -> note.path("sentence").asText())
                    .findFirst();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file(operation), e);
        }
    }

    /** Returns when the command has ended, if the host still is up then. */
    public void ask(OperationId operation) {
        note(operation, "asked", String.join(" ", command));
        var result = new Command(command, LIMIT).run();
        if (!result.succeeded()) {
            note(operation, "refused", command + " ended with " + result.exitStatus() + ": " + result.output());
        }
    }

    private void note(OperationId operation, String event, String sentence) {
        var note = JsonNodeFactory.instance
                .objectNode()
                .put("event", event)
                .put("operation", operation.toString())
                .put("boot", boot.get().orElse(""))
                .put("at", Instant.now().toString())
                .put("sentence", sentence);
        try {
            Files.createDirectories(notes);
            append(file(operation), note + "\n");
            try (var folder = FileChannel.open(notes, StandardOpenOption.READ)) {
                folder.force(true);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file(operation), e);
        }
    }

    private static void append(Path file, String line) throws IOException {
        try (var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            channel.write(ByteBuffer.wrap(line.getBytes(StandardCharsets.UTF_8)));
            channel.force(true);
        }
    }

    private static JsonNode read(String line) {
        try {
            return UpgradeJson.mapper().readTree(line);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path file(OperationId operation) {
        return notes.resolve(operation.toString().replace('/', '_') + ".jsonl");
    }
}
