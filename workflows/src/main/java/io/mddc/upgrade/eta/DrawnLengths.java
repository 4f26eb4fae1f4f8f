package io.mddc.upgrade.eta;

import io.mddc.upgrade.cluster.InstanceId;
import io.mddc.upgrade.run.Step;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * Drawn for one rehearsal. What makes a step long (the load of the hour, the kind of files, the disks) makes it long for most
 * units of an upgrade, so three of four go by a share that their rehearsal has for all of them. The same number draws the same shares at every moment of the same plan, so a forecast moves when
 * something happens, not because it is asked again.
 */
final class DrawnLengths implements Lengths {
    /** So large a share of the units resemble each other. */
    private static final double ALIKE = 0.75;

    private final StageTimes times;
    private final Instant now;
    private final double share;
    private final StepSpread turn;
    private final Map<InstanceId, Map<Step, Double>> shares = new HashMap<>();

    DrawnLengths(int number, StageNow stage, StageTimes times, Instant now) {
        this.times = times;
        this.turn = times.turn();
        this.now = now;
        var drawn = new SplittableRandom(number * 31L + stage.component().name().hashCode());
        this.share = drawn.nextDouble();
        var common = new EnumMap<Step, Double>(Step.class);
        Step.ofUnits().forEach(step -> common.put(step, drawn.nextDouble()));
        for (var unit : stage.units()) {
            var ofUnit = new EnumMap<Step, Double>(Step.class);
            common.forEach((step, ofAll) -> {
                double own = drawn.nextDouble();
                ofUnit.put(step, drawn.nextDouble() < ALIKE ? ofAll : own);
            });
            shares.put(unit.instance(), ofUnit);
        }
    }

    @Override
    public Duration of(UnitNow unit, Step step) {
        double own = share(unit, step);
        var running = unit.running().filter(known -> known.step() == step).map(UnitNow.StepNow::begin);
        return running.map(begin -> times.of(step).at(own, elapsed(unit, step, begin)))
                .orElseGet(() -> ahead(step, own));
    }

    /** The way from its turn to its DRAIN is part of that, as it keeps a slot. */
    private Duration ahead(Step step, double own) {
        var length = times.of(step).at(own);
        return step == Step.DRAIN ? length.plus(turn.at(1 - own)) : length;
    }

    /** Of the whole stage. */
    double share() {
        return share;
    }

    private double share(UnitNow unit, Step step) {
        return Optional.ofNullable(shares.get(unit.instance()))
                .map(ofUnit -> ofUnit.get(step))
                .orElseThrow();
    }

    private Duration elapsed(UnitNow unit, Step step, Instant begin) {
        var whole = Duration.between(begin, now);
        var counted = step == Step.MONITOR ? whole.minus(times.soak(unit)) : whole;
        return counted.isNegative() ? Duration.ZERO : counted;
    }
}
