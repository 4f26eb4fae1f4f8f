package io.mddc.upgrade.lab.host;

import io.mddc.upgrade.cluster.HostId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/** The folder of one cluster; one process at a time has it. */
final class WorkFolder implements AutoCloseable {
    private final Path folder;
    private final FileChannel lock;

    private WorkFolder(Path folder, FileChannel lock) {
        this.folder = folder;
        this.lock = lock;
    }

    static WorkFolder take(Path folder) {
        var absolute = folder.toAbsolutePath().normalize();
        try {
            Files.createDirectories(absolute);
            var lock = FileChannel.open(absolute.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (lock.tryLock() == null) {
                lock.close();
                throw new HostFailure("Another lab works in " + absolute + ": end it, or choose another workFolder");
            }
            return new WorkFolder(absolute, lock);
        } catch (IOException e) {
            throw new UncheckedIOException("The work folder " + absolute + " cannot be taken", e);
        }
    }

    Path host(HostId id) {
        return hosts().resolve(id.value());
    }

    Path packages() {
        return folder.resolve("packages");
    }

    /** Kills what a former run left running, and takes its files away. */
    void clearHosts() {
        try {
            if (Files.isDirectory(hosts())) {
                try (var former = Files.list(hosts())) {
                    List.copyOf(former.toList()).forEach(InitProcess::killStale);
                }
            }
            InitProcess.killStale(folder.resolve("rehearsal"));
            Folders.delete(hosts());
        } catch (IOException e) {
            throw new UncheckedIOException("The hosts of a former run cannot be cleared away", e);
        }
    }

    @Override
    public void close() {
        try {
            lock.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path hosts() {
        return folder.resolve("hosts");
    }
}
