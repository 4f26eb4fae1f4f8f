package io.mddc.upgrade.worker.control;

import java.time.Duration;
import java.util.Optional;

/**
 * How long a service is without a process, in the looks of one wait. The pid file is read at each look; the service control,
 * which starts a program, has the last word.
 */
public final class Absence {
    private final ServiceControl service;
    private Optional<Long> since = Optional.empty();

    public Absence(ServiceControl service) {
        this.service = service;
    }

    /** Looks: no process was there for that long, and the host does not call the service running either. */
    public boolean hasLasted(Duration grace) {
        if (service.process().isPresent()) {
            since = Optional.empty();
            return false;
        }
        long now = System.nanoTime();
        since = since.or(() -> Optional.of(now));
        if (now - since.get() < grace.toNanos()) {
            return false;
        }
        boolean lasted = !service.isActive();
        since = since.filter(any -> lasted);
        return lasted;
    }

    /** The last look saw no process, and nothing spoke against it. */
    public boolean isSuspected() {
        return since.isPresent();
    }
}
