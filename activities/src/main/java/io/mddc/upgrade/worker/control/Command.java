package io.mddc.upgrade.worker.control;

import static com.google.common.base.Preconditions.checkArgument;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * One run of a program to its end. The arguments reach the program as they are; no shell reads them.
 *
 * @param limit after it the program is killed
 */
public record Command(List<String> arguments, Duration limit) {
    public Command {
        arguments = List.copyOf(arguments);
        checkArgument(!arguments.isEmpty(), "no program given");
    }

    public static Command of(Duration limit, String... arguments) {
        return new Command(List.of(arguments), limit);
    }

    /** Runs it and waits; what it wrote to both streams is kept in a file, so a daemon it leaves behind cannot block us. */
    public Result run() {
        try {
            var output = Files.createTempFile("command", ".out");
            try {
                return runInto(output);
            } finally {
                Files.deleteIfExists(output);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot run " + arguments + ": " + e.getMessage(), e);
        }
    }

    private Result runInto(Path output) throws IOException {
        var builder = new ProcessBuilder(arguments)
                .redirectErrorStream(true)
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                .redirectOutput(output.toFile());
        builder.environment().put("LC_ALL", "C");
        builder.environment().merge("PATH", "/usr/sbin:/sbin", (path, system) -> path + ":" + system);
        int status = statusOf(builder.start());
        return new Result(status, new String(Files.readAllBytes(output), StandardCharsets.UTF_8).strip());
    }

    private int statusOf(Process process) {
        try {
            if (process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                return process.exitValue();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        process.destroyForcibly();
        return Result.STOPPED;
    }

    /**
     * @param exitStatus {@link #STOPPED} when it had to be killed
     */
    public record Result(int exitStatus, String output) {
        /** As a shell reports a program that was killed. */
        public static final int STOPPED = 137;

        public boolean succeeded() {
            return exitStatus == 0;
        }
    }
}
