package io.mddc.upgrade.controlcenter.inventory;

import io.mddc.upgrade.cluster.HostId;
import io.mddc.upgrade.cluster.InstanceId;
import io.mddc.upgrade.controlcenter.rest.Refusal;

/** A worker says what is on that host, so no person does. */
public final class HostHasWorker extends Refusal {
    private static final int CONFLICT = 409;

    HostHasWorker(InstanceId instance, HostId host) {
        super(
                CONFLICT,
                "A worker reports what is on " + host + ": " + instance
                        + " belongs into instances of its worker.yml, not into a statement.");
    }
}
