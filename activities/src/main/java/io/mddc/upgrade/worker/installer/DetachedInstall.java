package io.mddc.upgrade.worker.installer;

import io.mddc.upgrade.cluster.OperationId;
import io.mddc.upgrade.cluster.Sha256;
import io.mddc.upgrade.worker.control.Command;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * Installers run apart from the worker, so that they outlive it. What is begun, once per operation id:
 *
 * <ol>
 *   <li>The detached script takes the host's install lock and keeps it to its end.
 *   <li>It reads the journal, and ends if the operation was begun before, whoever began it.
 *   <li>Too late after the permit was asked for, it ends without having begun.
 *   <li>It journals the begin and syncs, runs the installer under its limit, journals the exit status and syncs.
 * </ol>
 *
 * A begin without an end while nobody holds the lock is an interrupted install. It is closed the same way: under the lock,
 * after a look into the journal, the package database is repaired and that is journaled.
 */
public final class DetachedInstall {
    private static final Path NOTHING = Path.of("/dev/null");
    private static final Duration LOOK = Duration.ofSeconds(5);
    private static final Duration LONGEST_REPAIR = Duration.ofMinutes(2);

    private final Path lock;
    private final InstallJournal journal;
    private final Scripts scripts;
    private final Detachment detachment;

    public DetachedInstall(Path lock, InstallJournal journal, Scripts scripts, Detachment detachment) {
        this.detachment = detachment;
        this.lock = lock;
        this.journal = journal;
        this.scripts = scripts;
    }

    /**
     * @param before the host's uptime after which it must not begin
     * @param limit after it the installer is stopped
     */
    public record Begin(OperationId operation, Sha256 digest, Duration before, Duration limit) {}

    /**
     * The returned process ends with 0 when the operation was begun by it or by another, else it may be spawned again. That of a
     * {@link Detachment#TASK} ends before it is known: it is the journal that says so.
     */
    public Process spawn(Begin begin, List<String> installer) {
        var script = List.of(
                "sh",
                scripts.installOnce().toString(),
                lock.toString(),
                journal.file(begin.operation()).toString(),
                journal.log(begin.operation()).toString(),
                begin.operation().toString(),
                begin.digest().toString(),
                Long.toString(Math.max(1, begin.limit().toSeconds())),
                Long.toString(begin.before().toMillis() / 10));
        return started("mddc-install-", begin.operation(), script, installer);
    }

    /**
     * Repairs after an interrupted or stopped installer, once; afterwards the journal is closed.
     *
     * @param limit of the install; what hung then may hang again, so the repair gets no longer
     */
    public Process spawnRepair(OperationId operation, Duration limit, List<String> repair) {
        var shorter = limit.compareTo(LONGEST_REPAIR) < 0 ? limit : LONGEST_REPAIR;
        var script = List.of(
                "sh",
                scripts.repairOnce().toString(),
                lock.toString(),
                journal.file(operation).toString(),
                journal.log(operation).toString(),
                Long.toString(Math.max(1, shorter.toSeconds())));
        return started("mddc-repair-", operation, script, repair);
    }

    /** Somebody on this host is installing, or repairing. */
    public boolean isRunning() {
        if (!Files.exists(lock)) {
            return false;
        }
        return !Command.of(LOOK, "flock", "--nonblock", lock.toString(), "true")
                .run()
                .succeeded();
    }

    private Process started(String kind, OperationId operation, List<String> script, List<String> program) {
        var name = kind + operation.toString().replace('/', '_');
        var words = Stream.concat(script.stream(), program.stream()).toList();
        try {
            journal.createFolder();
            var arguments = detachment.command(name, words, journal.file(operation));
            return new ProcessBuilder(arguments)
                    .directory(Path.of("/").toFile())
                    .redirectInput(NOTHING.toFile())
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot start " + words + ": " + e.getMessage(), e);
        }
    }
}
