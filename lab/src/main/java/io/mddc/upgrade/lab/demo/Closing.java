package io.mddc.upgrade.lab.demo;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * What was started, ended in the opposite order: at the end of the run, on an error, and when the demo itself is told to end.
 */
final class Closing implements AutoCloseable {
    private final Deque<Runnable> ends = new ArrayDeque<>();
    private final Thread hook = new Thread(this::run, "closing");

    Closing() {
        Runtime.getRuntime().addShutdownHook(hook);
    }

    synchronized void add(Runnable end) {
        ends.push(end);
    }

    @Override
    public void close() {
        run();
    }

    /** Each end is tried, whatever the others did; the first trouble is thrown at the end. */
    private synchronized void run() {
        RuntimeException first = null;
        while (!ends.isEmpty()) {
            try {
                ends.pop().run();
            } catch (RuntimeException e) {
                first = first == null ? e : first;
            }
        }
        if (first != null) {
            throw first;
        }
    }
}
