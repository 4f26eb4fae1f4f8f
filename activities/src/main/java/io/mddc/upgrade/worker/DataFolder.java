package io.mddc.upgrade.worker;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A worker's folder belongs to one process at a time: another would end its activities as those of a former life. */
final class DataFolder implements AutoCloseable {
    private final FileChannel held;

    private DataFolder(FileChannel held) {
        this.held = held;
    }

    static DataFolder claim(Path folder) {
        try {
            Files.createDirectories(folder);
            var channel = FileChannel.open(
                    folder.resolve("worker.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (channel.tryLock() == null) {
                channel.close();
                throw new BadConfig(
                        "dataFolder", folder, "a folder that no other worker uses: another one runs with it now");
            }
            return new DataFolder(channel);
        } catch (IOException e) {
            throw new BadConfig("dataFolder", folder, "a folder this user can write to (" + e.getMessage() + ")");
        }
    }

    @Override
    public void close() {
        try {
            held.close();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot give the data folder back", e);
        }
    }
}
