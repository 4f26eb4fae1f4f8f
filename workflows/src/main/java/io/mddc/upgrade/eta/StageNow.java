package io.mddc.upgrade.eta;

import io.mddc.upgrade.cluster.Component;
import io.mddc.upgrade.plan.StagePlan;
import io.mddc.upgrade.run.Step;
import io.mddc.upgrade.run.UnitState;
import java.util.List;
import java.util.Optional;

/**
 * Where the units of one component are.
 *
 * @param units in the plan's order
 * @param others active instances of the component that have no unit
 * @param obstacle what it waits for that nobody can guess; empty for anything else
 */
public record StageNow(StagePlan plan, List<UnitNow> units, int others, Optional<String> obstacle) {
    public StageNow {
        units = List.copyOf(units);
    }

    Component component() {
        return plan.component();
    }

    boolean isOver() {
        return units.stream().allMatch(UnitNow::isOver);
    }

    boolean isInWork() {
        return units.stream().anyMatch(unit -> unit.state().isInWork());
    }

    /** Units that failed or went back. */
    int failures() {
        return count(UnitState.FAILED) + count(UnitState.ROLLED_BACK);
    }

    /** No unit had succeeded when it was let. */
    boolean isCanary(UnitNow unit) {
        var let = unit.find(Step.DRAIN).map(UnitNow.StepNow::begin);
        return units.stream()
                .filter(other ->
                        other.state() == UnitState.UPGRADED && !other.instance().equals(unit.instance()))
                .flatMap(other -> other.over().stream())
                .noneMatch(success -> let.filter(at -> !success.isAfter(at)).isPresent());
    }

    int count(UnitState state) {
        return (int) units.stream().filter(unit -> unit.state() == state).count();
    }
}
