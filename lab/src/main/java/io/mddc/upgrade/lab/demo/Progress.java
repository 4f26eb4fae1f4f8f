package io.mddc.upgrade.lab.demo;

import io.mddc.upgrade.cluster.InstanceId;
import io.mddc.upgrade.run.UnitState;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** How far an upgrade is, by the states of its units. */
final class Progress {
    private static final double ENOUGH_TO_TELL = 0.1;

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

    /** How long the rest takes if it goes on as it did; empty while it is too early to tell. */
    Optional<Duration> left(Duration elapsed) {
        double share = share();
        return share < ENOUGH_TO_TELL
                ? Optional.empty()
                : Optional.of(Duration.ofMillis((long) (elapsed.toMillis() * (1 - share) / share)));
    }

    private static double weight(UnitState state) {
        return switch (state) {
            case PENDING, UPLOADING, WAITING -> 0;
            case DRAINING, ASKING, RETURNING -> 0.1;
            case INSTALLING -> 0.4;
            case VERIFYING -> 0.5;
            case MONITORING, ROLLING_BACK -> 0.7;
            case UPGRADED, SKIPPED, ROLLED_BACK, FAILED, CANCELLED -> 1;
        };
    }
}
