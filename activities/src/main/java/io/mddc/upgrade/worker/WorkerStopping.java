package io.mddc.upgrade.worker;

/** The worker is asked to end; what it waited for goes on without it, and its successor waits on. */
final class WorkerStopping extends RuntimeException {
    private static final long serialVersionUID = 1L;

    WorkerStopping(Throwable cause) {
        super("the worker stops; its successor carries on", cause);
    }
}
