package io.mddc.upgrade.lab.demo;

import io.mddc.upgrade.lab.host.LabHost;
import java.io.File;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A program beside the product on a host, in a session of its own; what it says is appended to a file. */
final class HostProcess {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final LabHost host;
    private final String name;
    private final Path folder;
    private final List<String> command;

    private @Nullable Process entered;

    /**
     * @param folder where it is started, with its log
     */
    HostProcess(LabHost host, String name, Path folder, List<String> command) {
        this.host = host;
        this.name = name;
        this.folder = folder;
        this.command = List.copyOf(command);
    }

    /** Returns as soon as it is started. */
    void start() {
        var line = new ArrayList<>(List.of("setsid"));
        line.addAll(command);
        entered = host.enter(new ProcessBuilder(line)
                .directory(folder.toFile())
                .redirectInput(new File("/dev/null"))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile())));
    }

    Path log() {
        return folder.resolve(name + ".log");
    }

    boolean isRunning() {
        var process = entered;
        return process != null && process.isAlive();
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
}
