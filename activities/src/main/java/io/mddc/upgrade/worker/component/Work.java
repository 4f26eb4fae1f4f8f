package io.mddc.upgrade.worker.component;

import io.mddc.upgrade.run.WorkInProgress;
import java.time.Instant;

/**
 * What an instance says of its work.
 *
 * @param pid of the process that answered
 * @param startedAt when it started, by its own account
 * @param takingWork it is ready, not isolated, and known to whoever hands out work
 * @param finished files finished since its start
 * @param failed files failed since its start
 */
public record Work(
        long pid, Instant startedAt, boolean takingWork, WorkInProgress inProgress, long finished, long failed) {
    /** The same process, and nothing was finished or failed between the two. */
    public boolean isStillAs(Work earlier) {
        return pid == earlier.pid
                && startedAt.equals(earlier.startedAt)
                && finished == earlier.finished
                && failed == earlier.failed;
    }
}
