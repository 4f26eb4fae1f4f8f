package io.mddc.upgrade.lab.host;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Looks whether an address is free, and who has it if not. */
public final class Ports {
    private Ports() {}

    /** Throws {@link PortTaken} naming the holder. */
    public static void requireFree(String address, int port) {
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getByName(address), port));
        } catch (BindException e) {
            throw new PortTaken(address, port, holder(port));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot listen on " + address + ":" + port, e);
        }
    }

    /** By the socket's inode; of another user's process only that there is one. */
    private static String holder(int port) {
        try {
            var inode = inode(Path.of("/proc/net/tcp"), port).or(() -> inode(Path.of("/proc/net/tcp6"), port));
            return inode.flatMap(Ports::process).orElse("a process that cannot be seen from here");
        } catch (UncheckedIOException e) {
            return "a process that cannot be seen from here";
        }
    }

    /** Listening sockets have state 0A; the port is in hexadecimal after the address. */
    private static Optional<String> inode(Path table, int port) {
        var wanted = String.format(":%04X", port);
        try (var lines = Files.lines(table)) {
            return lines.map(line -> line.trim().split("\\s+"))
                    .filter(fields -> fields.length > 9 && fields[1].endsWith(wanted) && fields[3].equals("0A"))
                    .map(fields -> fields[9])
                    .findFirst();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<String> process(String inode) {
        return ProcessHandle.allProcesses()
                .filter(process -> holds(process.pid(), inode))
                .findFirst()
                .map(process -> "process " + process.pid() + " ("
                        + process.info().command().orElse("?") + ")");
    }

    private static boolean holds(long pid, String inode) {
        try (var files = Files.list(Path.of("/proc", Long.toString(pid), "fd"))) {
            return files.anyMatch(file -> points(file, "socket:[" + inode + "]"));
        } catch (IOException e) {
            return false;
        }
    }

    private static boolean points(Path link, String target) {
        try {
            return Files.readSymbolicLink(link).toString().equals(target);
        } catch (IOException e) {
            return false;
        }
    }
}
