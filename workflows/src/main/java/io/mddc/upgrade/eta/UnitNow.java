package io.mddc.upgrade.eta;

import io.mddc.upgrade.cluster.InstanceId;
import io.mddc.upgrade.plan.UnitPlan;
import io.mddc.upgrade.run.Step;
import io.mddc.upgrade.run.UnitState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Where one unit is.
 *
 * @param steps those it has begun, in their order
 * @param obstacle what it waits for that nobody can guess; empty for anything else
 */
public record UnitNow(UnitPlan plan, UnitState state, List<StepNow> steps, Optional<String> obstacle) {
    public UnitNow {
        steps = List.copyOf(steps);
    }

    /**
     * @param end empty while it lasts
     */
    public record StepNow(Step step, Instant begin, Optional<Instant> end) {
        Optional<Duration> length() {
            return end.map(over -> Duration.between(begin, over));
        }
    }

    InstanceId instance() {
        return plan.instance();
    }

    boolean isOver() {
        return state.isEnd();
    }

    Optional<StepNow> find(Step step) {
        return steps.stream().filter(known -> known.step() == step).findFirst();
    }

    /** The one it is in; empty between steps and at an end. */
    Optional<StepNow> running() {
        return state.step().flatMap(this::find);
    }

    /** When it came to its end; empty when it has none, or never began a step. */
    Optional<Instant> over() {
        return isOver()
                ? steps.stream().flatMap(step -> step.end().stream()).max(Instant::compareTo)
                : Optional.empty();
    }
}
