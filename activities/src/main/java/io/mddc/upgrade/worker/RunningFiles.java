package io.mddc.upgrade.worker;

import io.mddc.upgrade.cluster.Health;
import io.mddc.upgrade.cluster.Instance;
import io.mddc.upgrade.cluster.InstanceId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * A file for each instance that this product itself runs on: the version of its process, written while that is ready. The dead
 * man's switch of its installer reads it.
 */
final class RunningFiles {
    private final Path folder;

    RunningFiles(Path folder) {
        this.folder = folder.toAbsolutePath();
    }

    Path of(InstanceId instance) {
        return folder.resolve(instance.value());
    }

    void note(Instance seen) {
        if (seen.health() != Health.READY || seen.running().isEmpty()) {
            return;
        }
        try {
            Files.createDirectories(folder);
            var temporary = Files.createTempFile(folder, "noting", "");
            Files.writeString(temporary, seen.running() + "\n");
            Files.move(temporary, of(seen.id()), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot note in " + folder + " what runs", e);
        }
    }
}
