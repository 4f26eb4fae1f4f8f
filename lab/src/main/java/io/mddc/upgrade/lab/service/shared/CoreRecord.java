package io.mddc.upgrade.lab.service.shared;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What the shared services know of one Core.
 *
 * @param session the process that holds or last held the lease
 * @param lifeSigns one for each process that ever took the lease, oldest first
 * @param alive holds a lease
 * @param books of all its processes together
 */
public record CoreRecord(String id, String session, List<LifeSign> lifeSigns, boolean alive, Books books) {

    /** A process of a Core: when it says it was started, and when its first lease that takes work came. */
    public record LifeSign(String session, String version, Instant startedAt, Optional<Instant> firstTakingWork) {}

    /**
     * @param inWork ids of the files it has in work now
     * @param lastFinishedAt when a file of its last got its verdict
     */
    public record Books(
            boolean takingWork, List<String> inWork, int finished, int failed, Optional<Instant> lastFinishedAt) {}
}
