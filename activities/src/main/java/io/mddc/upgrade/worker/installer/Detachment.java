package io.mddc.upgrade.worker.installer;

import io.mddc.upgrade.worker.control.Command;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** How an installer gets out of what ends with the worker, so that it outlives it. */
public enum Detachment {
    /** A session of its own: enough where nobody ends a service by its control group. */
    SESSION {
        @Override
        List<String> command(String name, List<String> program, Path notes) {
            return after(program, "setsid");
        }
    },
    /** A transient unit, out of the worker's control group; what is started here waits for it, and may be killed. */
    SYSTEMD {
        @Override
        List<String> command(String name, List<String> program, Path notes) {
            return after(program, "systemd-run", "--quiet", "--collect", "--wait", "--unit=" + name);
        }
    },
    /** A task that SYSTEM runs once, on Windows; what is started here ends before it. */
    TASK {
        @Override
        List<String> command(String name, List<String> program, Path notes) {
            var task = new ScheduledTask(name, program);
            var created = new Command(task.creation(task.define(notes, Instant.now())), CREATION).run();
            if (!created.succeeded()) {
                throw new IllegalStateException("the task " + name + " cannot be created: " + created.output());
            }
            return task.run();
        }
    };

    private static final Duration CREATION = Duration.ofSeconds(20);

    /**
     * The argument list that starts a program detached.
     *
     * @param name of the run, in letters, digits, {@code -} and {@code _}
     * @param notes a file; what it takes to start the program may be put beside it
     */
    abstract List<String> command(String name, List<String> program, Path notes);

    private static List<String> after(List<String> program, String... words) {
        return Stream.concat(Stream.of(words), program.stream()).toList();
    }
}
