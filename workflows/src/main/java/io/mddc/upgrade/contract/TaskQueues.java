package io.mddc.upgrade.contract;

import io.mddc.upgrade.cluster.HostId;

/** Where tasks wait for whoever does them. */
public final class TaskQueues {
    /** Workflows, and the activities of the control center. */
    public static final String CONTROL_CENTER = "control-center";

    private TaskQueues() {}

    /** Activities on one host, done by its worker alone. */
    public static String ofHost(HostId host) {
        return "worker:" + host;
    }
}
