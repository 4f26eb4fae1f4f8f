package io.mddc.upgrade.plan;

import io.mddc.upgrade.run.Step;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How long the units of one component took for their steps in this cluster, the latest of them.
 *
 * @param taken in no order
 */
public record StepTimes(Map<Step, List<Duration>> taken) {
    public static final StepTimes NONE = new StepTimes(Map.of());

    /** Fewer say nothing about nine of ten. */
    static final int ENOUGH = 5;

    private static final int PERCENT = 90;

    public StepTimes {
        taken = Map.copyOf(taken);
    }

    /** What nine of ten took at most, by nearest rank; empty when there are too few. */
    public Optional<Duration> p90(Step step) {
        var times = taken.getOrDefault(step, List.of()).stream().sorted().toList();
        int rank = (times.size() * PERCENT + 99) / 100;
        return times.size() < ENOUGH ? Optional.empty() : Optional.of(times.get(rank - 1));
    }
}
