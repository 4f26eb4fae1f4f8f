package io.mddc.upgrade.lab.demo;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** Who holds a port: the socket's inode from /proc/net/tcp, then the process that has it open. */
final class Ports {
    private static final Path PROC = Path.of("/proc");

    private Ports() {}

    /** One sentence for each address that cannot be listened on. */
    static List<String> taken(List<InetSocketAddress> wanted) {
        var taken = new ArrayList<String>();
        for (var address : wanted) {
            if (!isFree(address)) {
                taken.add(address.getAddress().getHostAddress() + ":" + address.getPort() + " is taken by "
                        + holder(address.getPort()).orElse("a process that cannot be seen from here"));
            }
        }
        return taken;
    }

    private static boolean isFree(InetSocketAddress address) {
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(address);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    static InetSocketAddress at(String address, int port) {
        try {
            return new InetSocketAddress(InetAddress.getAllByName(address)[0], port);
        } catch (IOException e) {
            throw new UnusableSetting(address + " is no address of this machine: " + e.getMessage());
        }
    }

    private static Optional<String> holder(int port) {
        return Stream.of("net/tcp", "net/tcp6")
                .flatMap(table -> lines(PROC.resolve(table)))
                .map(line -> line.trim().split("\\s+"))
                .filter(fields -> isListeningOn(fields, port))
                .flatMap(fields -> processWith("socket:[" + fields[9] + "]"))
                .findFirst();
    }

    /** Local address is field 1 in hexadecimal, state is field 3 (0A = listening), inode is field 9. */
    private static boolean isListeningOn(String[] fields, int port) {
        return fields.length > 9
                && fields[3].equals("0A")
                && fields[1].endsWith(String.format(java.util.Locale.ROOT, ":%04X", port));
    }

    private static Stream<String> processWith(String socket) {
        return processes().filter(process -> hasOpen(process, socket)).map(Ports::named);
    }

    private static Stream<Path> processes() {
        return children(PROC).stream().filter(path -> pid(path).isPresent());
    }

    private static OptionalLong pid(Path process) {
        var name = process.getFileName().toString();
        return name.matches("[0-9]+") ? OptionalLong.of(Long.parseLong(name)) : OptionalLong.empty();
    }

    private static boolean hasOpen(Path process, String socket) {
        return children(process.resolve("fd")).stream().anyMatch(open -> linksTo(open, socket));
    }

    private static boolean linksTo(Path open, String socket) {
        try {
            return Files.readSymbolicLink(open).toString().equals(socket);
        } catch (IOException e) {
            return false; // closed meanwhile, or not ours to read
        }
    }

    private static String named(Path process) {
        var command = lines(process.resolve("cmdline"))
                .findFirst()
                .orElse("")
                .replace('\0', ' ')
                .trim();
        var shown = command.length() > 120 ? command.substring(0, 120) + "…" : command;
        return "process " + process.getFileName() + " (" + shown + ")";
    }

    private static List<Path> children(Path folder) {
        var children = new ArrayList<Path>();
        try (var entries = Files.newDirectoryStream(folder)) {
            entries.forEach(children::add);
        } catch (IOException | DirectoryIteratorException e) {
            return List.of(); // ended meanwhile, or not ours to read
        }
        return children;
    }

    private static Stream<String> lines(Path file) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1).lines();
        } catch (IOException e) {
            return Stream.empty();
        }
    }
}
