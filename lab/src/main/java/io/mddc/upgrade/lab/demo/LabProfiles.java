package io.mddc.upgrade.lab.demo;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/**
 * The product's profiles with times that fit a lab.
 *
 * @param shipped as the product has them
 * @param folder those of this run
 */
record LabProfiles(Path shipped, Path folder) {
    private static final String DELAY = "deregistrationDelay";

    /** Where a profile waits for clients to take notice, it waits so long. */
    void write(Duration deregistrationDelay) {
        Folders.made(folder);
        try (var files = Files.list(shipped)) {
            files.forEach(file -> write(file, deregistrationDelay));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(Path file, Duration deregistrationDelay) {
        try {
            var profile = (ObjectNode) new YAMLMapper().readTree(file.toFile());
            if (profile.has(DELAY)) {
                profile.put(DELAY, deregistrationDelay.toString());
            }
            Folders.write(folder.resolve(file.getFileName()), profile.toPrettyString() + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException("The profile " + file + " cannot be read", e);
        }
    }
}
