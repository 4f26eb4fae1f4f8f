package io.mddc.upgrade.lab.chaos;

import io.mddc.upgrade.cluster.InstanceId;
import java.time.Instant;
import java.util.Optional;

/** Asks once whether something goes on; empty when not yet, or when it cannot be asked. */
public interface LifeSigns {
    /** A heartbeat, an attempt or an event of the instance's unit after that moment. */
    Optional<Instant> ofWorker(InstanceId instance, Instant after);

    /** The control center completed a workflow task of the upgrade, asked for now. */
    Optional<Instant> ofControlCenter();

    /** The engine answered a call, made now. */
    Optional<Instant> ofEngine();

    /** The cleanup of the upgrade began; what a terminated workflow is followed by. */
    Optional<Instant> ofCleanup();

    /** The instance says that it is ready. */
    Optional<Instant> ofInstance(InstanceId instance);
}
