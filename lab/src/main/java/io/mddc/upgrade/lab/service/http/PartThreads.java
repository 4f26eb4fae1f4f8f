package io.mddc.upgrade.lab.service.http;

import java.time.Duration;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;

/** Names the threads of a part. */
public final class PartThreads {
    private PartThreads() {}

    /**
     * A thread that does this again and again, so long after each end, until it is interrupted. An unforeseen exception ends
     * it, and is printed.
     */
    public static Thread repeat(String name, Duration pause, Runnable action) {
        var thread = new Thread(
                () -> {
                    try {
                        while (true) {
                            action.run();
                            Thread.sleep(pause.toMillis());
                        }
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                },
                name);
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    /** Threads that do not keep the process alive. */
    public static ThreadFactory daemons(String name) {
        var count = new AtomicInteger();
        return task -> {
            var thread = new Thread(task, name + "-" + count.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        };
    }
}
