package io.mddc.upgrade.worker.control;

import java.util.Optional;

/** How this host looks after the service of an instance. */
public interface ServiceControl {
    /** The host itself calls the service running. */
    boolean isActive();

    /** Asks it to start, and returns when that was taken; harmless on one that runs. Throws {@link ServiceFailed}. */
    void start();

    /** Asks it to stop, and returns when that was taken; harmless on one that does not run. Throws {@link ServiceFailed}. */
    void stop();

    /** The service's main process; empty when there is none. */
    Optional<RunningProcess> process();
}
