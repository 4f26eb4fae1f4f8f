package io.mddc.upgrade.controlcenter.engine;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The process id of the engine, kept where the next control center finds it. */
record PidFile(Path path) {
    /** Empty when there is no file, or none that holds a number. */
    Optional<Long> read() {
        try {
            return Files.exists(path)
                    ? Optional.of(Long.valueOf(Files.readString(path).strip()))
                    : Optional.empty();
        } catch (NumberFormatException damaged) {
            return Optional.empty();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Whole or not at all: a reader never sees half a number. */
    void write(long pid) {
        var next = path.resolveSibling(path.getFileName() + ".new");
        try {
            Files.writeString(next, pid + "\n");
            Files.move(next, path, ATOMIC_MOVE);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    /** Says whether there was one. */
    boolean delete() {
        try {
            return Files.deleteIfExists(path);
        } catch (IOException undeletable) {
            throw new UncheckedIOException(undeletable);
        }
    }
}
