package io.mddc.upgrade.lab.host;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs commands of the machine to their end. Argument lists only. */
final class Commands {
    private Commands() {}

    /** With empty input, a scratch file for the output, so that what it leaves behind cannot hold it open. */
    static CommandResult toEnd(ProcessBuilder command, Path outputFile) {
        try {
            var process = command.redirectErrorStream(true)
                    .redirectInput(Path.of("/dev/null").toFile())
                    .redirectOutput(outputFile.toFile())
                    .start();
            int exit = process.waitFor();
            return new CommandResult(exit, Files.readString(outputFile, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new HostFailure(command.command() + " cannot be run: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new HostFailure("Stopped while running " + command.command(), e);
        }
    }

    /** On the host, with the files as its last words. */
    static void requireGood(LabHost host, List<String> command, List<Path> files) {
        var words = new ArrayList<>(command);
        files.forEach(file -> words.add(file.toString()));
        var result = host.run(words);
        if (!result.isGood()) {
            throw new HostFailure(
                    "On " + host.id() + " " + words + " ended with " + result.exit() + ": " + result.output());
        }
    }

    /** Of a process that was killed. */
    static void awaitEnd(Process process) {
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                throw new HostFailure("Process " + process.pid() + " does not end");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
