package io.mddc.upgrade.controlcenter.inventory;

import io.mddc.upgrade.cluster.HostId;
import io.mddc.upgrade.cluster.Instance;
import io.mddc.upgrade.controlcenter.rest.Refusal;

/** A worker reports an instance that another host has. */
public final class InstanceOfAnotherHost extends Refusal {
    private static final int CONFLICT = 409;

    InstanceOfAnotherHost(Instance instance, HostId reporter) {
        super(
                CONFLICT,
                "Instance " + instance.id() + " is on " + instance.host() + ", so " + reporter
                        + " cannot report it: give each instance an id of its own in worker.yml.");
    }
}
