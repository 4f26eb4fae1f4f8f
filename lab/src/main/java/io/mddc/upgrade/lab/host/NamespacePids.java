package io.mddc.upgrade.lab.host;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Translates process ids of a host to those seen from outside. */
final class NamespacePids {
    private NamespacePids() {}

    /** The process that a pid file written on the host names; empty when there is no such file or process. */
    static Optional<Long> outside(long first, Path pidFile) {
        try {
            var inner = Files.readString(pidFile).strip();
            var namespace = namespace(first);
            return ProcessHandle.allProcesses()
                    .map(ProcessHandle::pid)
                    .filter(pid -> namespace.isPresent() && namespace(pid).equals(namespace))
                    .filter(pid -> innermost(pid).equals(inner))
                    .findFirst();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static Optional<Path> namespace(long pid) {
        try {
            return Optional.of(Files.readSymbolicLink(Path.of("/proc", Long.toString(pid), "ns/pid")));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** The last word of the line {@code NSpid:}. */
    private static String innermost(long pid) {
        try (var lines = Files.lines(Path.of("/proc", Long.toString(pid), "status"))) {
            return lines.filter(line -> line.startsWith("NSpid:"))
                    .map(line -> line.substring(line.lastIndexOf('\t') + 1))
                    .findFirst()
                    .orElse("");
        } catch (IOException | UncheckedIOException e) {
            return "";
        }
    }
}
