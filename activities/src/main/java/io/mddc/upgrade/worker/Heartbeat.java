package io.mddc.upgrade.worker;

import io.temporal.activity.Activity;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Keeps a long activity alive while it waits: looks at a condition every {@code poll}, tells the engine every second what it
 * sees, and ends with the engine's own exception when the activity was cancelled or given to somebody else.
 */
class Heartbeat {
    private static final Duration EVERY = Duration.ofSeconds(1);

    private final Duration poll;
    private final Consumer<Object> beat;

    Heartbeat(Duration poll, Consumer<Object> beat) {
        this.poll = poll;
        this.beat = beat;
    }

    /** Of the activity that runs on the calling thread. */
    static Heartbeat ofActivity(Duration poll) {
        return new Heartbeat(poll, details -> Activity.getExecutionContext().heartbeat(details));
    }

    Heartbeat polling(Duration other) {
        return new Heartbeat(other, beat);
    }

    /** Waits until the look finds something; the details tell what is waited for. */
    <T> T until(Supplier<Optional<T>> look, Supplier<?> details) {
        var pulse = pulse(details);
        while (true) {
            var found = look.get();
            if (found.isPresent()) {
                return found.get();
            }
            pause(pulse);
        }
    }

    /** To be called often by something that waits by itself; beats when a second has passed. */
    Runnable pulse(Supplier<?> details) {
        return new Pulse(details);
    }

    private void pause(Runnable pulse) {
        pulse.run();
        var left = poll;
        while (!left.isZero() && !left.isNegative()) {
            sleep(left.compareTo(EVERY) < 0 ? left : EVERY);
            left = left.minus(EVERY);
            pulse.run();
        }
    }

    private static void sleep(Duration time) {
        try {
            Thread.sleep(time.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new WorkerStopping(e);
        }
    }

    private final class Pulse implements Runnable {
        private final Supplier<?> details;
        private Optional<Long> last = Optional.empty();

        Pulse(Supplier<?> details) {
            this.details = details;
        }

        @Override
        public void run() {
            long now = System.nanoTime();
            if (last.isEmpty() || now - last.get() >= EVERY.toNanos()) {
                beat.accept(details.get());
                last = Optional.of(now);
            }
        }
    }
}
