package io.mddc.upgrade.lab.service.admin;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.mddc.upgrade.json.UpgradeJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/** One value on disk, there whole or not at all: written to another name, synced and renamed before a write returns. */
public final class JsonFile<T> {
    private static final ObjectMapper JSON = UpgradeJson.mapper();

    private final Path file;
    private final Class<T> type;

    /** The folder is made where it is missing. */
    public JsonFile(Path file, Class<T> type) {
        this.file = file.toAbsolutePath();
        this.type = type;
        try {
            Files.createDirectories(folder());
        } catch (IOException e) {
            throw new UncheckedIOException("The folder of " + file + " cannot be made", e);
        }
    }

    /** Empty when nothing was written, or it was deleted. */
    public Optional<T> read() {
        try {
            return Files.exists(file) ? Optional.of(JSON.readValue(file.toFile(), type)) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read", e);
        }
    }

    public void write(T value) throws IOException {
        var temporary = file.resolveSibling(file.getFileName() + ".part");
        try (var channel = FileChannel.open(
                temporary, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
            channel.write(ByteBuffer.wrap(JSON.writeValueAsBytes(value)));
            channel.force(true);
        }
        Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
        syncFolder();
    }

    public void delete() throws IOException {
        if (Files.deleteIfExists(file)) {
            syncFolder();
        }
    }

    private void syncFolder() throws IOException {
        try (var folder = FileChannel.open(folder(), StandardOpenOption.READ)) {
            folder.force(true);
        }
    }

    private Path folder() {
        return Optional.ofNullable(file.getParent()).orElseThrow();
    }
}
