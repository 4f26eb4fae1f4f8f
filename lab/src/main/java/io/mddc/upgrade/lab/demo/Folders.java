package io.mddc.upgrade.lab.demo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.mddc.upgrade.json.UpgradeJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/**
 * Where the lab keeps what a run makes; all of it is removed when the next run begins.
 *
 * @param home of the house
 * @param work {@code data/lab}
 */
record Folders(Path home, Path work) {
    static Folders in(Path home) {
        return new Folders(home, home.resolve("data/lab"));
    }

    Path program() {
        return home.resolve("bin/mddc-upgrade");
    }

    /** Control center and workers. */
    Path product() {
        return work.resolve("product");
    }

    Path report() {
        return work.resolve("report.json");
    }

    /** What the product of the former run left. */
    void clear() {
        try (var paths = Files.exists(product()) ? Files.walk(product()) : Stream.<Path>empty()) {
            for (var path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
            Files.deleteIfExists(report());
            Files.createDirectories(product());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Path made(Path folder) {
        try {
            return Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void writeJson(Path file, Object report) {
        try {
            var json = UpgradeJson.mapper().enable(SerializationFeature.INDENT_OUTPUT);
            write(file, json.writeValueAsString(report) + "\n");
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the report cannot be written as JSON", e);
        }
    }
}
