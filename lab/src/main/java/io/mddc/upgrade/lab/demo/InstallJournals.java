package io.mddc.upgrade.lab.demo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mddc.upgrade.json.UpgradeJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The journals of the hosts' installs, which the detached script itself writes. */
record InstallJournals(List<Path> folders) {
    private static final ObjectMapper JSON = UpgradeJson.mapper();

    InstallJournals {
        folders = List.copyOf(folders);
    }

    static Stream<Path> files(Path folder) {
        try (var files = Files.list(folder)) {
            return files.toList().stream();
        } catch (IOException e) {
            return Stream.empty(); // the worker has not made it yet
        }
    }

    /** When each install began, by its file. */
    Map<String, Instant> begun() {
        var begun = new HashMap<String, Instant>();
        folders.stream()
                .flatMap(InstallJournals::files)
                .filter(file -> file.toString().endsWith(".jsonl"))
                .forEach(file -> began(file).ifPresent(at -> begun.put("install " + file.getFileName(), at)));
        return begun;
    }

    private static Optional<Instant> began(Path journal) {
        try (var lines = Files.lines(journal)) {
            return lines.findFirst()
                    .flatMap(InstallJournals::parse)
                    .filter(line -> line.path("event").asText().equals("started"))
                    .map(line -> Instant.parse(line.path("at").asText()));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static Optional<JsonNode> parse(String line) {
        try {
            return Optional.of(JSON.readTree(line));
        } catch (JsonProcessingException halfWritten) {
            return Optional.empty();
        }
    }
}
