package io.mddc.upgrade.lab.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.BooleanSupplier;

/** Waits for conditions, never for time alone. */
final class Waiting {
    private static final Duration LOOK_EVERY = Duration.ofMillis(100);

    private Waiting() {}

    /** Throws with what was waited for when it has not come within the limit. */
    static void until(String what, Duration limit, BooleanSupplier condition) {
        if (!became(limit, condition)) {
            throw new NeverCame(what, limit);
        }
    }

    /** Whether it came within the limit. */
    static boolean became(Duration limit, BooleanSupplier condition) {
        var clock = InstantSource.system();
        Instant end = clock.instant().plus(limit);
        while (!condition.getAsBoolean()) {
            if (clock.instant().isAfter(end)) {
                return false;
            }
            pause();
        }
        return true;
    }

    private static void pause() {
        try {
            Thread.sleep(LOOK_EVERY.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Interrupted();
        }
    }

    /** What was waited for has not come. */
    static final class NeverCame extends RuntimeException {
        private static final long serialVersionUID = 1;

        NeverCame(String what, Duration limit) {
            super("not within " + limit.toSeconds() + " s: " + what);
        }
    }
}
