package io.mddc.upgrade.lab.host;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/** Waits for a condition, with a limit. */
final class Wait {
    private static final Duration LIMIT = Duration.ofSeconds(10);
    private static final long PAUSE_MILLIS = 10;

    private Wait() {}

    static <T> T until(String what, Supplier<Optional<T>> condition) {
        return until(what, LIMIT, condition);
    }

    static <T> T until(String what, Duration limit, Supplier<Optional<T>> condition) {
        long end = System.nanoTime() + limit.toNanos();
        while (System.nanoTime() < end) {
            var found = condition.get();
            if (found.isPresent()) {
                return found.get();
            }
            try {
                Thread.sleep(PAUSE_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new HostFailure("Stopped while waiting for " + what, e);
            }
        }
        throw new HostFailure("Waited " + limit + " in vain for " + what);
    }
}
