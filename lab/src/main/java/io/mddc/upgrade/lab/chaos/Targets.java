package io.mddc.upgrade.lab.chaos;

import io.mddc.upgrade.cluster.InstanceId;

/** Where the victims are. */
public interface Targets {
    Killable controlCenter();

    Killable engine();

    /** The worker on the host of that instance. */
    Killable workerOf(InstanceId instance);

    Killable instance(InstanceId instance);

    /** Control center, engine and the workers of all hosts. */
    Killable everything();

    /** The upgrade's; nothing starts it again. */
    Killable workflow();
}
