package io.mddc.upgrade.worker;

import io.mddc.upgrade.cluster.OperationId;
import io.mddc.upgrade.cluster.Sha256;
import io.mddc.upgrade.protocol.PermitRequest;
import io.mddc.upgrade.worker.installer.DetachedInstall;
import io.mddc.upgrade.worker.installer.Journal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Programs that run apart from the worker, once per operation id: begun under a permit, then followed by their journal,
 * whoever wrote it, so any worker of the host may do either at any time. One that was stopped by its limit, or begun while
 * nobody holds the install lock, or never begun while nobody holds it for a while, is closed by a repair, so that it cannot
 * begin late.
 */
final class DetachedRuns {
    private static final Logger LOG = LoggerFactory.getLogger(DetachedRuns.class);
    private static final Duration LOST = Duration.ofSeconds(5);
    private static final Duration LOOK_AT_LOCK = Duration.ofSeconds(1);

    /** The script waits for the lock at most a second. */
    private static final Duration SPAWNED = Duration.ofSeconds(5);

    private static final Duration LOOK = Duration.ofMillis(10);

    private final Installation installation;
    private final Permits permits;
    private final Heartbeat heartbeat;

    DetachedRuns(Installation installation, Permits permits, Heartbeat heartbeat) {
        this.installation = installation;
        this.permits = permits;
        this.heartbeat = heartbeat;
    }

    /**
     * @param digest of what is run, for the journal
     * @param limit after it the program is stopped
     */
    record Run(Sha256 digest, List<String> arguments, Duration limit) {}

    boolean isBegun(OperationId operation) {
        return installation.journal().read(operation).begun();
    }

    void waitForOthers(OperationId operation) {
        heartbeat.until(
                () -> isBegun(operation) || !installation.detached().isRunning() ? Optional.of(true) : Optional.empty(),
                () -> operation + " waits for another install on this host");
    }

    void begin(PermitRequest request, Run run) {
        permits.perform(request, heartbeat, granted -> spawn(request.operation(), run, granted));
    }

    /** Empty when the detached process came too late to begin. */
    private Optional<OperationId> spawn(OperationId operation, Run run, Permits.Granted granted) {
        var begin = new DetachedInstall.Begin(operation, run.digest(), granted.before(), run.limit());
        var process = installation.detached().spawn(begin, run.arguments());
        long end = System.nanoTime() + SPAWNED.toNanos();
        while (System.nanoTime() < end && process.isAlive() && !isBegun(operation)) {
            pause();
        }
        return isBegun(operation) ? Optional.of(operation) : Optional.empty();
    }

    /**
     * Its journal, closed.
     *
     * @param repair the argument list that closes one that did not end by itself
     */
    Journal await(OperationId operation, Duration limit, List<String> repair) {
        return heartbeat.until(
                new Watch(operation, limit, repair)::look, () -> operation + " runs and has not ended yet");
    }

    private static void pause() {
        try {
            Thread.sleep(LOOK.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new WorkerStopping(e);
        }
    }

    /** The journal is read at each look, the lock only now and then: asking for it starts a process. */
    private final class Watch {
        private final OperationId operation;
        private final Duration limit;
        private final List<String> repairedBy;
        private final long began = System.nanoTime();
        private long lockSeen = began;
        private Optional<Process> repair = Optional.empty();

        Watch(OperationId operation, Duration limit, List<String> repairedBy) {
            this.operation = operation;
            this.limit = limit;
            this.repairedBy = repairedBy;
        }

        Optional<Journal> look() {
            var journal = installation.journal().read(operation);
            if (journal.isClosed()) {
                return Optional.of(journal);
            }
            if (repair.filter(Process::isAlive).isEmpty() && needsRepair(journal)) {
                LOG.warn("{} is closed by a repair: {}", operation, repairedBy);
                repair = Optional.of(installation.detached().spawnRepair(operation, limit, repairedBy));
            }
            return Optional.empty();
        }

        private boolean needsRepair(Journal journal) {
            if (journal.end().isPresent()) {
                return true;
            }
            boolean tooEarly = !journal.begun() && elapsed(began).compareTo(LOST) < 0;
            if (tooEarly || elapsed(lockSeen).compareTo(LOOK_AT_LOCK) < 0) {
                return false;
            }
            lockSeen = System.nanoTime();
            return !installation.detached().isRunning();
        }

        private static Duration elapsed(long since) {
            return Duration.ofNanos(System.nanoTime() - since);
        }
    }
}
