package io.mddc.upgrade.controlcenter.inventory;

import io.mddc.upgrade.cluster.InstanceId;
import io.mddc.upgrade.controlcenter.rest.Refusal;

/** Somebody stated an instance of that id before. */
public final class InstanceStated extends Refusal {
    private static final int CONFLICT = 409;

    InstanceStated(InstanceId instance, String by) {
        super(
                CONFLICT,
                "Instance " + instance + " was stated by " + by + ": PUT /api/v1/instances/" + instance
                        + " states it anew.");
    }
}
