package io.mddc.upgrade.worker;

import io.mddc.upgrade.cluster.InstanceId;
import io.mddc.upgrade.run.WorkInProgress;

/** An instance has work, so it is not stopped. */
final class StillInWork extends RuntimeException {
    private static final long serialVersionUID = 1;

    StillInWork(InstanceId instance, WorkInProgress work) {
        super(instance + " is not stopped: " + work.sentence());
    }
}
