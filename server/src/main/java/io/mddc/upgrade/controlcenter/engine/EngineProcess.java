package io.mddc.upgrade.controlcenter.engine;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A process of this machine that is the Temporal server of our database file, by its command line: a pid alone may belong
 * to anybody after a reboot. A dead process that nobody waited for has an empty command line, so it is none.
 */
record EngineProcess(long pid, List<String> command) {
    private static final Pattern END_OF_ARGUMENT = Pattern.compile("\0");

    /** The process of that id, if it serves that database. */
    static Optional<EngineProcess> of(long pid, Path database) {
        var process = new EngineProcess(pid, commandOf(pid));
        return process.serves(database) ? Optional.of(process) : Optional.empty();
    }

    /** Whichever process serves that database, as when its pid file was lost. */
    static Optional<EngineProcess> find(Path database) {
        return ProcessHandle.allProcesses()
                .flatMap(handle -> of(handle.pid(), database).stream())
                .findFirst();
    }

    /** The value of an option it was started with. */
    Optional<String> option(String name) {
        var at = command.indexOf(name);
        return at >= 0 && at + 1 < command.size() ? Optional.of(command.get(at + 1)) : Optional.empty();
    }

    private boolean serves(Path database) {
        return command.contains("start-dev")
                && option("--db-filename").filter(database.toString()::equals).isPresent();
    }

    /** The command line of any process; empty when there is none of that id. */
    static List<String> commandOf(long pid) {
        try {
            var line = Files.readAllBytes(Path.of("/proc", Long.toString(pid), "cmdline"));
            return List.of(END_OF_ARGUMENT.split(new String(line, StandardCharsets.UTF_8)));
        } catch (IOException gone) {
            return List.of();
        }
    }
}
