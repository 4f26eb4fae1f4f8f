package io.mddc.upgrade.worker.installer;

import io.mddc.upgrade.cluster.OperationId;
import io.mddc.upgrade.worker.control.Command;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * An instance's configuration files as they were before an upgrade first touched them, each under its whole path in a folder of
 * that upgrade and instance. Kept once: what a failed attempt left behind is never taken for the former state.
 */
public final class KeptConfiguration {
    private static final Duration COPY = Duration.ofMinutes(1);

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

    private static void copy(List<Path> files, Path target) throws IOException {
        if (files.isEmpty()) {
            return;
        }
        var arguments = new ArrayList<>(List.of("cp", "-a", "--parents", "--"));
        files.forEach(file -> arguments.add(file.toString()));
        arguments.add(target.toString());
        var result = Command.of(COPY, arguments.toArray(String[]::new)).run();
        if (!result.succeeded()) {
            throw new IOException(result.output());
        }
    }
}
