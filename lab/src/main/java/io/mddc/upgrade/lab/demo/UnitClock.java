package io.mddc.upgrade.lab.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * What one unit had to take and what it took, from what the lab saw. The floor: its own last file after the isolation, the
 * installer's own run, from its end to ready, and what was asked to be waited. A direct scan takes no simulated time.
 *
 * @param isolated when it ceased to take work
 * @param lastFile when the last file it had then got its verdict; the same moment when it had none
 * @param ready when the lab first saw the new process ready
 * @param asked the soak of the policy, and the time in which a gateway's clients take notice
 */
record UnitClock(
        Instant isolated, Instant lastFile, Instant installBegan, Instant installEnded, Instant ready, Duration asked) {
    Duration floor() {
        return positive(isolated, lastFile)
                .plus(positive(installBegan, installEnded))
                .plus(positive(installEnded, ready))
                .plus(asked);
    }

    /** What it took more, from {@code go} to its end. */
    Duration overhead(Instant go, Instant end) {
        return Duration.between(go, end).minus(floor());
    }

    /**
     * When it was doing what it had to.
     *
     * @param watched when its soak began
     */
    List<Span> needed(Instant watched) {
        return List.of(
                new Span(isolated, lastFile),
                new Span(installBegan, installEnded),
                new Span(installEnded, ready),
                new Span(watched, watched.plus(asked)));
    }

    private static Duration positive(Instant from, Instant to) {
        return to.isAfter(from) ? Duration.between(from, to) : Duration.ZERO;
    }
}
