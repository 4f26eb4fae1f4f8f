package io.mddc.upgrade.lab.demo;

import io.mddc.upgrade.cluster.InstanceId;
import io.mddc.upgrade.lab.ride.Moment;
import io.mddc.upgrade.lab.ride.RideCommand;
import io.mddc.upgrade.run.UnitState;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * What came of one command in one step.
 *
 * @param states where the unit was from the sending to the answer
 * @param differences from what must be, in sentences
 */
record Ridden(What what, Set<UnitState> states, ControlCenterClient.Answer answer, End end, List<String> differences) {
    /** In their order. */
    private static final Set<UnitState> FORWARD = EnumSet.range(UnitState.UPLOADING, UnitState.MONITORING);

    Ridden {
        states = Set.copyOf(states);
        differences = List.copyOf(differences);
    }

    /**
     * @param units of the upgrade, each with its end
     */
    record End(String outcome, Map<InstanceId, UnitState> units, double seconds) {
        End {
            units = Map.copyOf(units);
        }
    }

    record What(RideCommand command, Moment moment, InstanceId unit, String upgrade) {}

    /** The step was over when the command was sent, or ended by itself before the answer. */
    boolean isLate() {
        var step = what.moment().state();
        return !states.contains(step)
                || states.stream().anyMatch(state -> FORWARD.contains(state) && state.compareTo(step) > 0);
    }

    String line() {
        return String.format(
                Locale.ROOT,
                "%-8s  %-8s  %-6s  %3d  %-11s  %5.1f s  %s",
                what.command().word(),
                what.moment(),
                what.unit(),
                answer.status(),
                end.outcome(),
                end.seconds(),
                isLate() ? "came too late" : answer.detail());
    }
}
