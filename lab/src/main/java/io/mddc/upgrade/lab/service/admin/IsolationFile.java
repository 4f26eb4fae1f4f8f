package io.mddc.upgrade.lab.service.admin;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.mddc.upgrade.json.UpgradeJson;
import io.mddc.upgrade.lab.service.http.Refused;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.Optional;

/** Whether a part is isolated and by whom; on disk before it is answered. An isolation is never another owner's to lift. */
public final class IsolationFile {
    private static final ObjectMapper JSON = UpgradeJson.mapper();

    private final Path file;
    private volatile Optional<Isolation> current;

    public IsolationFile(Path file) {
        this.file = file;
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            current =
                    Files.exists(file) ? Optional.of(JSON.readValue(file.toFile(), Isolation.class)) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("The isolation " + file + " cannot be read", e);
        }
    }

    public Optional<Isolation> current() {
        return current;
    }

    /** Idempotent for the same owner, who may change reason and expiry; it counts from the first time. */
    public synchronized void isolate(Isolation wanted) throws IOException {
        refuseOtherThan(wanted.owner());
        var since = current.map(Isolation::since).orElse(wanted.since());
        var isolation = new Isolation(wanted.owner(), wanted.reason(), since, wanted.expires());
        write(JSON.writeValueAsBytes(isolation));
        current = Optional.of(isolation);
    }

    public synchronized void release(String owner) throws IOException {
        refuseOtherThan(owner);
        if (Files.deleteIfExists(file)) {
            syncFolder();
        }
        current = Optional.empty();
    }

    private void refuseOtherThan(String owner) {
        current.filter(held -> !held.owner().equals(owner)).ifPresent(held -> {
            throw new Refused(409, "Isolated by " + held.owner(), Map.of("owner", held.owner()));
        });
    }

    private void write(byte[] content) throws IOException {
        var temporary = file.resolveSibling(file.getFileName() + ".part");
        try (var channel = FileChannel.open(
                temporary, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
            channel.write(ByteBuffer.wrap(content));
            channel.force(true);
        }
        Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
        syncFolder();
    }

    private void syncFolder() throws IOException {
        try (var folder = FileChannel.open(file.toAbsolutePath().getParent(), StandardOpenOption.READ)) {
            folder.force(true);
        }
    }
}
