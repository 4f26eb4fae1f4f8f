package io.mddc.upgrade.lab.service.admin;

import java.time.Instant;
import java.util.List;

/**
 * What {@code GET /admin/work} answers.
 *
 * @param startedAt of the process
 * @param finished since the process was started
 */
public record PartWork(
        long pid, Instant startedAt, boolean takingWork, List<InProgress> inProgress, int finished, int failed) {
    public PartWork {
        inProgress = List.copyOf(inProgress);
    }

    /** A file that a Core has in work, or a request that a gateway has not answered yet. */
    public record InProgress(String dataId, double ageSeconds, String workflow) {}
}
