package io.mddc.upgrade.lab.service.storage;

import io.mddc.upgrade.lab.service.http.Refused;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.regex.Pattern;

/** One file for each blob: written to a temporary name, fsynced, renamed; so it is there whole or not at all. */
record BlobFolder(Path folder, Layout layout) {
    private static final Pattern ID = Pattern.compile("[0-9A-Za-z][0-9A-Za-z-]{2,99}");

    /** Replaces one of the same id. Answers its size. */
    long put(String id, InputStream content) throws IOException {
        var target = file(id);
        var shard = Files.createDirectories(target.getParent());
        var temporary = Files.createTempFile(folder, ".", ".part");
        try {
            long size = Files.copy(content, temporary, StandardCopyOption.REPLACE_EXISTING);
            force(temporary, StandardOpenOption.WRITE);
            Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
            sync(shard);
            sync(folder);
            return size;
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    Optional<Path> find(String id) {
        return Optional.of(file(id)).filter(Files::exists);
    }

    private Path file(String id) {
        if (!ID.matcher(id).matches()) {
            throw new Refused(400, "'" + id + "' is not a blob id: allowed is " + ID);
        }
        return layout.file(folder, id);
    }

    /** Which files lie in it is on disk when this returns. */
    static void sync(Path folder) throws IOException {
        force(folder, StandardOpenOption.READ);
    }

    private static void force(Path path, StandardOpenOption mode) throws IOException {
        try (var channel = FileChannel.open(path, mode)) {
            channel.force(true);
        }
    }
}
