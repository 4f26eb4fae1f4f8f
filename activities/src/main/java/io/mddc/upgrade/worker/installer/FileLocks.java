package io.mddc.upgrade.worker.installer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;

/** Who holds a record lock, as package managers take it. */
final class FileLocks {
    private FileLocks() {}

    /** Empty when nobody holds it, or when the file is not there. */
    static Optional<String> holderOf(Path file) {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try (var channel = FileChannel.open(file, StandardOpenOption.WRITE);
                var lock = channel.tryLock()) {
            return lock == null ? Optional.of(nameOfHolder(file)) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the lock of " + file, e);
        }
    }

    /** Of a lock that is a file with a process id in it; it may be left over from a process that is gone. */
    static Optional<String> holderByPid(Path file) {
        try {
            var pid = Files.readString(file).strip();
            return pid.matches("[1-9][0-9]{0,9}") && Files.exists(Path.of("/proc", pid))
                    ? Optional.of(held(file, pid))
                    : Optional.empty();
        } catch (IOException e) {
            // Nobody holds what is not there, or goes away while we look.
            return Optional.empty();
        }
    }

    private static String held(Path file, String pid) {
        return file + " is held by process " + pid + nameOf(pid);
    }

    /** The kernel lists locks by inode: {@code 1: POSIX ADVISORY WRITE 4711 08:01:1234 0 EOF}. */
    private static String nameOfHolder(Path file) throws IOException {
        var inode = Files.getAttribute(file, "unix:ino").toString();
        return Files.readAllLines(Path.of("/proc/locks")).stream()
                .map(line -> List.of(line.strip().split("\\s+", -1)))
                .filter(fields -> fields.size() > 5 && fields.get(5).endsWith(":" + inode))
                .findFirst()
                .map(fields -> held(file, fields.get(4)))
                .orElse(file + " is held by another process");
    }

    private static String nameOf(String pid) {
        try {
            return " (" + Files.readString(Path.of("/proc", pid, "comm")).strip() + ")";
        } catch (IOException e) {
            // It ended meanwhile, or lives outside of what this host sees.
            return "";
        }
    }
}
