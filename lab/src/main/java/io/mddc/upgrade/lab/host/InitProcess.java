package io.mddc.upgrade.lab.host;

import io.mddc.upgrade.lab.service.http.ProcessClock;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The first process of a layered host. It ends when this process ends, however it ends, because it reads a pipe from here;
 * with it everything on the host.
 */
final class InitProcess {
    /** The folders of which a host has its own; besides, it has an empty /run after each start. */
    static final List<String> OWN = List.of("opt", "etc", "var/lib", "var/cache", "var/log");

    private final Process unshare;
    private final ProcessHandle first;

    private InitProcess(Process unshare, ProcessHandle first) {
        this.unshare = unshare;
        this.first = first;
    }

    static InitProcess start(String name, Path folder) {
        var command = new ArrayList<>(List.of("setsid", "unshare", "--mount", "--pid", "--uts", "--fork"));
        command.addAll(List.of("--kill-child", "--propagation", "private", "bash", "-c", script(), "layered-host"));
        command.addAll(List.of(name, folder.toString()));
        command.addAll(OWN);
        var errors = folder.resolve("host.log");
        try {
            var unshare =
                    new ProcessBuilder(command).redirectError(errors.toFile()).start();
            awaitUp(unshare, name, errors);
            var first = unshare.children().findFirst().orElseThrow(() -> failure(name, errors));
            Files.writeString(folder.resolve("host.pid"), first.pid() + " " + ProcessClock.startTicks(first.pid()));
            return new InitProcess(unshare, first);
        } catch (IOException e) {
            throw new HostFailure("Host " + name + " cannot be started: " + e.getMessage(), e);
        }
    }

    /** Kills the host that a former run left behind in this folder, if it still lives. */
    static void killStale(Path folder) {
        var file = folder.resolve("host.pid");
        if (!Files.exists(file)) {
            return;
        }
        try {
            var words = Files.readString(file).split(" ", 2);
            ProcessHandle.of(Long.parseLong(words[0]))
                    .filter(process -> isStill(process, words[1]))
                    .ifPresent(process -> {
                        process.destroyForcibly();
                        process.onExit().join();
                    });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    long pid() {
        return first.pid();
    }

    boolean isAlive() {
        return first.isAlive();
    }

    /** Its parent ends after it, and it only when all on the host are dead. */
    void kill() {
        first.destroyForcibly();
        Commands.awaitEnd(unshare);
    }

    /** From now on the host outlives this process. */
    void keep() {
        try {
            OutputStream input = unshare.getOutputStream();
            input.write("keep\n".getBytes(StandardCharsets.US_ASCII));
            input.flush();
        } catch (IOException e) {
            throw new HostFailure("The host's first process, " + first.pid() + ", does not listen", e);
        }
    }

    private static void awaitUp(Process unshare, String name, Path errors) throws IOException {
        var line = new BufferedReader(unshare.inputReader(StandardCharsets.UTF_8)).readLine();
        if (!"up".equals(line)) {
            throw failure(name, errors);
        }
    }

    private static HostFailure failure(String name, Path errors) {
        String said;
        try {
            said = Files.readString(errors).strip();
        } catch (IOException e) {
            said = e.toString();
        }
        return new HostFailure("Host " + name + " does not start: " + said
                + ". A layered host needs root on Linux and a work folder on a disk that overlays can be put on");
    }

    private static boolean isStill(ProcessHandle process, String startTicks) {
        try {
            return ProcessClock.startTicks(process.pid()).equals(startTicks.strip());
        } catch (IOException e) {
            return false;
        }
    }

    private static String script() {
        try (InputStream in = Optional.ofNullable(InitProcess.class.getResourceAsStream("layered-host"))
                .orElseThrow(() -> new IllegalStateException("The lab's jar lacks layered-host"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
