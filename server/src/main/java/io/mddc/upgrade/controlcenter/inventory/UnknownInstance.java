package io.mddc.upgrade.controlcenter.inventory;

import io.mddc.upgrade.cluster.InstanceId;
import io.mddc.upgrade.controlcenter.rest.Refusal;

/** No worker reports it, and nobody states it. */
public final class UnknownInstance extends Refusal {
    private static final int NOT_FOUND = 404;

    UnknownInstance(InstanceId id) {
        super(
                NOT_FOUND,
                "No worker reports an instance " + id
                        + ", and nobody states one: GET /api/v1/instances lists the known ones.");
    }
}
