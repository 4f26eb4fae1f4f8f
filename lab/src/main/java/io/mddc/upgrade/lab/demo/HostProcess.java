package io.mddc.upgrade.lab.demo;

import io.mddc.upgrade.lab.chaos.Killable;
import io.mddc.upgrade.lab.host.LabHost;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A program of the product on a host, in a session of its own; what it says is appended to a file. */
final class HostProcess implements Killable {
    /** The program replaces the shell, so the noted process id is its own. */
    private static final String NOTE_AND_RUN = "echo $$ > \"$1\" && shift && exec \"$@\"";

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final LabHost host;
    private final String name;
    private final Path folder;
    private final List<String> command;

    private @Nullable Process entered;

    /**
     * @param folder where it is started, with its log and process id
     */
    HostProcess(LabHost host, String name, Path folder, List<String> command) {
        this.host = host;
        this.name = name;
        this.folder = folder;
        this.command = List.copyOf(command);
    }

    /** Returns as soon as it is started. */
    Instant start() {
        var line = new ArrayList<>(
                List.of("setsid", "sh", "-c", NOTE_AND_RUN, name, pidFile().toString()));
        line.addAll(command);
        var at = Clock.systemUTC().instant();
        entered = host.enter(new ProcessBuilder(line)
                .directory(folder.toFile())
                .redirectInput(new File("/dev/null"))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile())));
        return at;
    }

    Path log() {
        return folder.resolve(name + ".log");
    }

    boolean isRunning() {
        var process = entered;
        return process != null && process.isAlive();
    }

    @Override
    public void kill() {
        signal(host, "-9", pid());
        var process = entered;
        if (process != null) {
            await(process);
        }
    }

    @Override
    public Instant restart() {
        return start();
    }

    static void signal(LabHost host, String signal, String pid) {
        await(host.enter(List.of("kill", signal, pid)));
    }

    static void await(Process process) {
        try {
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                throw new Waiting.NeverCame("the end of " + process.info(), PATIENCE);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Interrupted();
        }
    }

    private Path pidFile() {
        return folder.resolve(name + ".pid");
    }

    private String pid() {
        try {
            return Files.readString(pidFile()).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
