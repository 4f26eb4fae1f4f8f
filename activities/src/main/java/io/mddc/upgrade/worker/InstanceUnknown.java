package io.mddc.upgrade.worker;

import io.mddc.upgrade.cluster.HostId;
import io.mddc.upgrade.cluster.InstanceId;

/** The worker's configuration has no such instance. */
final class InstanceUnknown extends RuntimeException {
    private static final long serialVersionUID = 1L;

    InstanceUnknown(InstanceId instance, HostId host) {
        super("the worker of " + host + " has no instance " + instance + ": add it to instances in its worker.yml");
    }
}
