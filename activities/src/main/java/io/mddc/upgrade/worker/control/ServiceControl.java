package io.mddc.upgrade.worker.control;

import java.util.Optional;

/** How this host looks after the service of an instance. */
public interface ServiceControl {
    /** The host itself calls the service running. */
    boolean isActive();

    /** The service's main process; empty when there is none. */
    Optional<RunningProcess> process();
}
