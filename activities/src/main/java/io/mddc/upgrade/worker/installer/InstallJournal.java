package io.mddc.upgrade.worker.installer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mddc.upgrade.cluster.OperationId;
import io.mddc.upgrade.contract.HostMoment;
import io.mddc.upgrade.json.UpgradeJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The folder of journals, one file for each operation, written only by the detached scripts and read by any worker:
 * {@code <upgradeId>_<instanceId>_<n>.jsonl}, and beside it what the installer wrote, {@code .log}.
 */
public final class InstallJournal {
    private static final String SUFFIX = ".jsonl";

    private final ObjectMapper mapper = UpgradeJson.mapper();
    private final Path folder;

    public InstallJournal(Path folder) {
        this.folder = folder;
    }

    void createFolder() throws IOException {
        Files.createDirectories(folder);
    }

    public Path file(OperationId operation) {
        return folder.resolve(operation.toString().replace('/', '_') + SUFFIX);
    }

    public Path log(OperationId operation) {
        return folder.resolve(operation.toString().replace('/', '_') + ".log");
    }

    /** The last lines of what the installer wrote. */
    public String lastWords(OperationId operation) {
        try {
            return Tail.of(log(operation));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the log of " + operation, e);
        }
    }

    /** A line torn by a power cut counts as begun and says nothing else. */
    public Journal read(OperationId operation) {
        var file = file(operation);
        if (!Files.exists(file)) {
            return Journal.EMPTY;
        }
        try {
            var lines = Files.readAllLines(file);
            var events =
                    lines.stream().map(this::parsed).flatMap(Optional::stream).toList();
            var started = event(events, "started");
            return new Journal(
                    !lines.isEmpty(),
                    started.map(InstallJournal::at),
                    started.flatMap(InstallJournal::byUptime),
                    event(events, "ended")
                            .map(it -> new Journal.End(it.path("exitStatus").asInt(-1), at(it))),
                    event(events, "repaired").isPresent());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the journal " + file, e);
        }
    }

    /** The operations of this host that were begun and are not known to have ended. */
    public List<OperationId> open() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(SUFFIX))
                    .sorted()
                    .map(name -> name.substring(0, name.length() - SUFFIX.length()))
                    .map(name -> OperationId.parse(name.replace('_', '/')))
                    .filter(operation -> read(operation).isOpen())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list the journals in " + folder, e);
        }
    }

    private Optional<JsonNode> parsed(String line) {
        try {
            var event = mapper.readTree(line);
            return event.path("at").isTextual() ? Optional.of(event) : Optional.empty();
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    private static Optional<JsonNode> event(List<JsonNode> events, String name) {
        return events.stream()
                .filter(event -> name.equals(event.path("event").asText()))
                .findFirst();
    }

    /** Empty in lines written by a former worker, or on a host whose kernel does not tell. */
    private static Optional<HostMoment> byUptime(JsonNode started) {
        var boot = started.path("boot").asText();
        var uptime = started.path("uptime").asText();
        return boot.isEmpty() || uptime.isEmpty()
                ? Optional.empty()
                : Optional.of(new HostMoment(boot, Duration.parse(uptime)));
    }

    private static Instant at(JsonNode event) {
        return Instant.parse(event.path("at").asText());
    }
}
