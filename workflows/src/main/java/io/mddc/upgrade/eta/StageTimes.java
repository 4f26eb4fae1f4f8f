package io.mddc.upgrade.eta;

import static java.util.stream.Collectors.toMap;

import io.mddc.upgrade.plan.Forecast;
import io.mddc.upgrade.plan.Policy;
import io.mddc.upgrade.plan.StepTimes;
import io.mddc.upgrade.run.Step;
import io.mddc.upgrade.run.UnitState;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What is known of the step times of a stage: what its own units have shown, as long as they are few together with what units
 * showed before this upgrade, and as long as nobody has shown it what the policy expects. Of MONITOR it is what it takes beyond
 * its soak, which this upgrade alone can show, since the soak is its policy's.
 */
final class StageTimes {
    /** So many of its own say more than what was before. */
    static final int ENOUGH = 5;

    private static final List<Step> STEPS = Step.ofUnits();

    private final StageNow stage;
    private final Policy policy;
    private final StepTimes before;
    private final Map<Step, StepSpread> spreads;
    private final StepSpread turn;

    StageTimes(StageNow stage, Policy policy, StepTimes before) {
        this.stage = stage;
        this.policy = policy;
        this.before = before;
        this.spreads = STEPS.stream().collect(toMap(step -> step, this::spread));
        this.turn = waits();
    }

    /** Throws for a step that is no unit's. */
    StepSpread of(Step step) {
        return Optional.ofNullable(spreads.get(step)).orElseThrow();
    }

    /** Of maintenance mode, the units' own times not counted. */
    StepSpread maintenance() {
        return StepSpread.of(former(Step.MAINTENANCE), policy.expected().maintenance());
    }

    /**
     * From what lets a unit go, its package on the host or the end of another unit, to its DRAIN, as this upgrade has shown it; a
     * unit that waited for longer for the minimum was let by nothing of the kind, and is rare.
     */
    StepSpread turn() {
        return turn;
    }

    private StepSpread waits() {
        var waits = stage.units().stream()
                .flatMap(unit -> unit.find(Step.DRAIN).stream()
                        .flatMap(drain -> causes(unit)
                                .filter(cause -> !cause.isAfter(drain.begin()))
                                .max(Comparator.naturalOrder())
                                .map(cause -> Duration.between(cause, drain.begin()))
                                .stream()))
                .toList();
        return StepSpread.of(waits, Duration.ZERO);
    }

    private Stream<Instant> causes(UnitNow unit) {
        var brought = unit.find(Step.UPLOAD).flatMap(UnitNow.StepNow::end).stream();
        var ends = stage.units().stream()
                .filter(other -> !other.instance().equals(unit.instance()))
                .flatMap(other -> other.over().stream());
        return Stream.concat(brought, ends);
    }

    /** From what, for people. */
    String sentence() {
        int own = own(Step.VERIFY).size();
        int others = own >= ENOUGH ? 0 : former(Step.VERIFY).size();
        if (own + others == 0) {
            return "as the policy expects it: nothing is measured yet";
        }
        var said = Stream.of(
                        own == 0 ? "" : units(own) + " of this upgrade",
                        others == 0 ? "" : units(others) + " before it")
                .filter(part -> !part.isEmpty())
                .toList();
        return "from " + String.join(" and ", said);
    }

    /** How long a unit is watched. */
    Duration soak(UnitNow unit) {
        return stage.isCanary(unit) ? soak(Turn.CANARY) : soak(Turn.LATER);
    }

    Duration soak(Turn turn) {
        if (policy.needsMaintenance(stage.component())) {
            return Duration.ZERO;
        }
        return turn == Turn.CANARY ? policy.soak().canary() : policy.soak().unit();
    }

    /** Whether a unit is the first that goes. */
    enum Turn {
        CANARY,
        LATER
    }

    private StepSpread spread(Step step) {
        var seen = own(step);
        if (step == Step.MONITOR) {
            return StepSpread.of(seen, Duration.ZERO);
        }
        var all = seen.size() >= ENOUGH
                ? seen
                : Stream.concat(seen.stream(), former(step).stream()).toList();
        return StepSpread.of(all, new Forecast(policy, StepTimes.NONE).of(step));
    }

    private List<Duration> own(Step step) {
        return stage.units().stream()
                .filter(unit -> step == Step.WAY_BACK || isOnItsWay(unit.state()))
                .flatMap(unit -> unit.find(step).flatMap(known -> length(unit, known)).stream())
                .toList();
    }

    private Optional<Duration> length(UnitNow unit, UnitNow.StepNow known) {
        var length = known.length();
        return known.step() == Step.MONITOR ? length.map(whole -> positive(whole.minus(soak(unit)))) : length;
    }

    /** One that went back may have ended a step too early. */
    private static boolean isOnItsWay(UnitState state) {
        return state == UnitState.UPGRADED
                || !(state.isEnd() || state == UnitState.ROLLING_BACK || state == UnitState.RETURNING);
    }

    private List<Duration> former(Step step) {
        return before.taken().getOrDefault(step, List.of());
    }

    private static Duration positive(Duration length) {
        return length.isNegative() ? Duration.ZERO : length;
    }

    private static String units(int count) {
        return count == 1 ? "1 unit" : count + " units";
    }
}
