package io.mddc.upgrade.lab.demo;

import java.time.Duration;
import java.time.Instant;

/**
 * What one unit had to take and what it took, from what the lab saw. The floor: its own last file after the isolation, the
 * installer's own run, from its end to ready, and the soak that was asked for. A direct scan takes no simulated time.
 *
 * @param isolated when the Core ceased to take work
 * @param lastFile when the last file it had then got its verdict; the same moment when it had none
 * @param ready when the lab first saw the new process ready
 * @param soak as the policy asks for this unit
 */
record UnitClock(
        Instant isolated, Instant lastFile, Instant installBegan, Instant installEnded, Instant ready, Duration soak) {
    Duration floor() {
        return positive(isolated, lastFile)
                .plus(positive(installBegan, installEnded))
                .plus(positive(installEnded, ready))
                .plus(soak);
    }

    /** What it took more, from {@code go} to its end. */
    Duration overhead(Instant go, Instant end) {
        return Duration.between(go, end).minus(floor());
    }

    private static Duration positive(Instant from, Instant to) {
        return to.isAfter(from) ? Duration.between(from, to) : Duration.ZERO;
    }
}
