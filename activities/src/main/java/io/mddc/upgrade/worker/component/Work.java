package io.mddc.upgrade.worker.component;

import io.mddc.upgrade.cluster.Component;
import io.mddc.upgrade.run.FileInWork;
import io.mddc.upgrade.run.WorkInProgress;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

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
    /** No process answered, because none was asked. */
    private static final long NOBODY = 0;

    public Work of(Component component) {
        return new Work(pid, startedAt, takingWork, inProgress.of(component), finished, failed);
    }

    /** The same process, and nothing was finished or failed between the two. */
    public boolean isStillAs(Work earlier) {
        return pid == earlier.pid
                && startedAt.equals(earlier.startedAt)
                && finished == earlier.finished
                && failed == earlier.failed;
    }

    /** Its component has none that an upgrade would have to wait for, now or at any time: another look tells no more. */
    public boolean isNone() {
        return pid == NOBODY;
    }

    /** Of a component that has nothing an upgrade would have to wait for. */
    static Work nothing(boolean isReady) {
        return new Work(NOBODY, Instant.EPOCH, isReady, new WorkInProgress(0, List.of()), 0, 0);
    }

    static Work of(Answer answer) {
        var inProgress = answer.list("inProgress").stream().map(Work::inWork).toList();
        return new Work(
                answer.count("pid"),
                answer.instant("startedAt"),
                answer.flag("takingWork"),
                new WorkInProgress(inProgress.size(), inProgress),
                answer.count("finished"),
                answer.count("failed"));
    }

    private static FileInWork inWork(Answer file) {
        var age = Duration.ofMillis(Math.round(file.number("ageSeconds") * 1000));
        return new FileInWork(file.text("dataId"), age, file.text("workflow"));
    }
}
