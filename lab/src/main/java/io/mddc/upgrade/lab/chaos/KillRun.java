package io.mddc.upgrade.lab.chaos;

import io.mddc.upgrade.cluster.InstanceId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/** One kill: -9, start again at once, and wait for the first sign that it goes on. */
final class KillRun {
    private static final Duration LOOK_EVERY = Duration.ofMillis(50);
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Targets targets;
    private final LifeSigns signs;
    private final Clock clock;

    KillRun(Targets targets, LifeSigns signs, Clock clock) {
        this.targets = targets;
        this.signs = signs;
        this.clock = clock;
    }

    KillReport run(KillOrder order, InstanceId instance) {
        var victim = victim(order.what(), instance);
        victim.kill();
        var at = clock.instant();
        var restarted = victim.restart();
        var resumed = await(() -> sign(order.what(), instance, restarted));
        return new KillReport(
                order.what().word(),
                order.step(),
                Optional.of(instance),
                at,
                resumed.map(sign -> seconds(restarted, sign)),
                resumed.map(sign -> seconds(at, sign)));
    }

    private Killable victim(Victim what, InstanceId instance) {
        return switch (what) {
            case CONTROL_CENTER -> targets.controlCenter();
            case WORKER -> targets.workerOf(instance);
            case ENGINE -> targets.engine();
            case INSTANCE -> targets.instance(instance);
            case EVERYTHING -> targets.everything();
            case WORKFLOW -> targets.workflow();
        };
    }

    private Optional<Instant> sign(Victim what, InstanceId instance, Instant after) {
        return switch (what) {
            case CONTROL_CENTER -> signs.ofControlCenter();
            case WORKER -> signs.ofWorker(instance, after);
            case ENGINE -> signs.ofEngine();
            case INSTANCE -> signs.ofInstance(instance);
            case EVERYTHING -> all(instance, after);
            case WORKFLOW -> signs.ofCleanup();
        };
    }

    /** The last of them counts. */
    private Optional<Instant> all(InstanceId instance, Instant after) {
        return signs.ofEngine()
                .flatMap(engine -> signs.ofWorker(instance, after))
                .flatMap(worker -> signs.ofControlCenter());
    }

    private Optional<Instant> await(Supplier<Optional<Instant>> look) {
        var end = clock.instant().plus(PATIENCE);
        var seen = look.get();
        while (seen.isEmpty()
                && clock.instant().isBefore(end)
                && !Thread.currentThread().isInterrupted()) {
            LockSupport.parkNanos(LOOK_EVERY.toNanos());
            seen = look.get();
        }
        return seen;
    }

    private static double seconds(Instant from, Instant to) {
        return Math.max(0, Duration.between(from, to).toMillis()) / 1000.0;
    }
}
