package io.mddc.upgrade.worker.installer;

import io.mddc.upgrade.cluster.OperationId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/**
 * An instance's configuration files as they were before an upgrade first touched them, each under its whole path in a folder of
 * that upgrade and instance. Kept once: what a failed attempt left behind is never taken for the former state.
 */
public final class KeptConfiguration {
    private final Path folder;

    public KeptConfiguration(Path folder) {
        this.folder = folder.toAbsolutePath();
    }

    /** Does nothing when they are kept already; a configured file that is not there is left out. */
    public void keep(OperationId operation, List<Path> files) {
        var kept = of(operation);
        if (Files.exists(kept)) {
            return;
        }
        try {
            Files.createDirectories(folder);
            var temporary = Files.createTempDirectory(folder, "keeping");
            copy(files.stream().filter(Files::exists).toList(), temporary);
            Files.move(temporary, kept, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("the configuration cannot be kept in " + kept, e);
        }
    }

    /** The tree of kept files; it may not be there. */
    public Path of(OperationId operation) {
        return folder.resolve(operation.upgrade() + "_" + operation.instance());
    }

    /** With owner, permissions and times. */
    private static void copy(List<Path> files, Path target) throws IOException {
        for (var file : files) {
            var copy = target.resolve(Path.of("/").relativize(file));
            Files.createDirectories(copy.getParent());
            Files.copy(file, copy, StandardCopyOption.COPY_ATTRIBUTES, LinkOption.NOFOLLOW_LINKS);
        }
    }
}
