package io.mddc.upgrade.controlcenter.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Who listens on a port we want, in words. Facts from {@code /proc/net/tcp} and the open files of the processes. */
final class PortHolder {
    private static final String LISTENING = "0A";
    private static final int LOCAL_ADDRESS = 1;
    private static final int STATE = 3;
    private static final int INODE = 9;

    private PortHolder() {}

    /** Such as {@code process 4711 (python3 -m http.server)}; empty when the port is free. */
    static Optional<String> of(Endpoint endpoint) {
        try (var socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(endpoint.host(), endpoint.port()));
            return Optional.empty();
        } catch (IOException taken) {
            return Optional.of(name(endpoint.port()));
        }
    }

    private static String name(int port) {
        return Stream.of("tcp", "tcp6")
                .flatMap(table -> inodes(table, port))
                .flatMap(inode -> holders("socket:[" + inode + "]"))
                .map(pid -> "process " + pid + " (" + String.join(" ", EngineProcess.commandOf(pid)) + ")")
                .findFirst()
                .orElse("a process of another user");
    }

    private static Stream<String> inodes(String table, int port) {
        var end = String.format(Locale.ROOT, ":%04X", port);
        return lines(Path.of("/proc/net", table)).stream()
                .map(line -> line.strip().split("\\s+", -1))
                .filter(columns -> columns.length > INODE)
                .filter(columns -> columns[STATE].equals(LISTENING) && columns[LOCAL_ADDRESS].endsWith(end))
                .map(columns -> columns[INODE]);
    }

    private static Stream<Long> holders(String socket) {
        return ProcessHandle.allProcesses().map(ProcessHandle::pid).filter(pid -> hasOpen(pid, socket));
    }

    private static boolean hasOpen(long pid, String socket) {
        try (var files = Files.list(Path.of("/proc", Long.toString(pid), "fd"))) {
            return files.anyMatch(file -> isLinkTo(file, socket));
        } catch (IOException | UncheckedIOException goneOrForeign) {
            return false;
        }
    }

    private static boolean isLinkTo(Path file, String target) {
        try {
            return Files.readSymbolicLink(file).toString().equals(target);
        } catch (IOException closed) {
            return false;
        }
    }

    private static List<String> lines(Path table) {
        try {
            return Files.readAllLines(table);
        } catch (IOException noSuchTable) {
            return List.of();
        }
    }
}
