package io.mddc.upgrade.lab.demo;

import io.mddc.upgrade.cluster.InstanceId;
import io.mddc.upgrade.run.UnitState;
import java.util.Map;
import java.util.TreeMap;

/** How far an upgrade is, by the states of its units. */
final class Progress {
    private final int units;
    private final Map<InstanceId, UnitState> states = new TreeMap<>();

    Progress(int units) {
        this.units = units;
    }

    synchronized void see(UpgradeEvent event) {
        event.unitState().ifPresent(state -> states.put(event.instance().orElseThrow(), state));
    }

    /** From 0 to 1. */
    synchronized double share() {
        return states.values().stream().mapToDouble(Progress::weight).sum() / units;
    }

    private static double weight(UnitState state) {
        return switch (state) {
            case PENDING, UPLOADING, WAITING -> 0;
            case DRAINING, ASKING, RETURNING, ROLLING_BACK -> 0.1;
            case INSTALLING -> 0.4;
            case VERIFYING -> 0.5;
            case MONITORING -> 0.7;
            case UPGRADED, SKIPPED, ROLLED_BACK, FAILED, CANCELLED -> 1;
        };
    }
}
