package io.mddc.upgrade.lab.service.core;

import java.time.Instant;
import java.util.List;

/**
 * What {@code GET /admin/work} answers.
 *
 * @param startedAt of the process
 * @param finished since the process was started
 */
public record CoreWork(
        long pid, Instant startedAt, boolean takingWork, List<InProgress> inProgress, int finished, int failed) {
    public CoreWork {
        inProgress = List.copyOf(inProgress);
    }

    /** A file this Core has in work. */
    public record InProgress(String dataId, double ageSeconds, String workflow) {}
}
