package io.mddc.upgrade.lab.service.core;

import io.mddc.upgrade.lab.service.http.PartUnreachable;
import io.mddc.upgrade.lab.service.http.UnexpectedAnswer;
import io.mddc.upgrade.lab.service.shared.SharedClient;
import io.mddc.upgrade.lab.service.shared.Task;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;

/**
 * One thread of a Core: asks for a task, scans it, asks again. A request for a task is counted before the Core looks
 * whether it may take one, so whoever isolates it can wait until no such request is under way.
 */
final class TaskLoop implements Runnable {
    private static final System.Logger LOG = System.getLogger(TaskLoop.class.getName());
    private static final Duration WAIT = Duration.ofSeconds(5);
    private static final Duration PAUSE = Duration.ofMillis(50);

    private final SharedClient shared;
    private final Slot slot;
    private final Gate gate;
    private final FileWork work;

    /** Whether work may be taken, and how many requests for it are under way. */
    record Gate(BooleanSupplier open, AtomicInteger asking) {}

    /** One of a Core's scanners, in one process. */
    record Slot(String core, String session, int number) {}

    TaskLoop(SharedClient shared, Slot slot, Gate gate, FileWork work) {
        this.shared = shared;
        this.slot = slot;
        this.gate = gate;
        this.work = work;
    }

    @Override
    public void run() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                var task = take();
                if (task.isPresent()) {
                    work.process(task.get());
                } else if (!gate.open().getAsBoolean()) {
                    Thread.sleep(PAUSE.toMillis());
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Optional<Task> take() throws InterruptedException {
        gate.asking().incrementAndGet();
        try {
            if (!gate.open().getAsBoolean()) {
                return Optional.empty();
            }
            var task = shared.take(slot.core(), slot.session(), slot.number(), WAIT);
            task.ifPresent(work::begin);
            return task;
        } catch (PartUnreachable | UnexpectedAnswer e) {
            LOG.log(System.Logger.Level.WARNING, () -> "No task: " + e.getMessage());
            Thread.sleep(PAUSE.toMillis());
            return Optional.empty();
        } finally {
            gate.asking().decrementAndGet();
        }
    }
}
