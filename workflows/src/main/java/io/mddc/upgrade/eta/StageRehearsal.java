package io.mddc.upgrade.eta;

import static java.util.Comparator.comparing;
import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import io.mddc.upgrade.cluster.InstanceId;
import io.mddc.upgrade.eta.StageTimes.Turn;
import io.mddc.upgrade.run.Step;
import io.mddc.upgrade.run.UnitState;
import io.mddc.upgrade.slots.Slots;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * One way in which the rest of a stage may go, dispatched by {@link Slots} as the stage itself does it: units are begun ahead,
 * let, and hold their slot to the end of their soak. Nothing fails, every instance that is not out of work takes work, and nobody
 * asks, commands or pauses.
 */
final class StageRehearsal {
    private final StageNow stage;
    private final Lengths lengths;
    private final StageTimes times;
    private final Slots slots;
    private final Set<InstanceId> active;
    private final Map<InstanceId, UnitNow> units;
    private final Map<InstanceId, UnitState> states = new HashMap<>();
    private final Map<InstanceId, Duration> soaks = new HashMap<>();
    private final Map<InstanceId, Instant> moves = new LinkedHashMap<>();
    private final Map<InstanceId, Instant> ends = new HashMap<>();
    private Instant now;

    StageRehearsal(StageNow stage, Slots.Rules rules, StageTimes times, Lengths lengths) {
        this.stage = stage;
        this.times = times;
        this.lengths = lengths;
        this.units = stage.units().stream().collect(toMap(UnitNow::instance, identity()));
        this.active = active();
        this.slots = new Slots(possible(rules), stage.plan().units());
        this.now = Instant.MIN;
    }

    /**
     * When each unit that is not over will be; those that never come to an end are missing.
     *
     * @param from now, or when the stage begins
     * @param opens when units may be let
     */
    Map<InstanceId, Instant> run(Instant from, Instant opens) {
        now = from;
        restore();
        look(opens);
        for (var next = next(opens); next.isPresent(); next = next(opens)) {
            boolean wasClosed = now.isBefore(opens);
            now = next.get();
            var changes = Set.copyOf(moves.keySet()).stream()
                    .flatMap(instance -> moveIfDue(instance).stream())
                    .toList();
            if (wasClosed || changes.stream().anyMatch(StageRehearsal::letsSomeone)) {
                look(opens);
            }
        }
        return ends;
    }

    /** Those at their end in the order of their ends, since a success before a failure is no canary's failure. */
    private void restore() {
        stage.units().stream()
                .sorted(comparing(unit -> unit.over().orElse(now)))
                .forEach(unit -> restore(unit, unit.state()));
    }

    private void restore(UnitNow unit, UnitState state) {
        states.put(unit.instance(), state);
        if (state == UnitState.WAITING) {
            restoreWaiting(unit);
        } else if (state != UnitState.PENDING) {
            slots.moved(unit.instance(), state, false);
        }
        if (!state.isEnd() && state != UnitState.PENDING && state != UnitState.WAITING) {
            soaks.put(unit.instance(), times.soak(unit));
            var begin = unit.running().map(UnitNow.StepNow::begin).orElse(now);
            moves.put(unit.instance(), later(now, begin.plus(length(unit, state))));
        }
    }

    /** One that has drained and waits came back. */
    private void restoreWaiting(UnitNow unit) {
        if (unit.find(Step.DRAIN).isPresent()) {
            slots.moved(unit.instance(), UnitState.RETURNING, false);
        }
        slots.moved(unit.instance(), UnitState.WAITING, true);
    }

    /** One that is let makes room for the next to be begun: it says so to its stage at once. */
    private void look(Instant opens) {
        slots.setInTime(!now.isBefore(opens));
        begin();
        for (var go = slots.letGo(active); go.isPresent(); go = slots.letGo(active)) {
            soaks.put(go.get().instance(), times.soak(go.get().canary() ? Turn.CANARY : Turn.LATER));
            enter(go.get().instance(), UnitState.DRAINING);
            begin();
        }
    }

    private void begin() {
        for (var next = slots.toBegin(active); next.isPresent(); next = slots.toBegin(active)) {
            enter(next.get(), UnitState.UPLOADING);
        }
    }

    /** Nobody may go because of the steps between. */
    private static boolean letsSomeone(UnitState state) {
        return state != UnitState.INSTALLING && state != UnitState.VERIFYING;
    }

    private Optional<UnitState> moveIfDue(InstanceId instance) {
        if (moves.getOrDefault(instance, Instant.MAX).isAfter(now)) {
            return Optional.empty();
        }
        moves.remove(instance);
        var state = after(Optional.ofNullable(states.get(instance)).orElseThrow());
        enter(instance, state);
        if (state.isEnd()) {
            ends.put(instance, now);
        }
        return Optional.of(state);
    }

    private void enter(InstanceId instance, UnitState state) {
        states.put(instance, state);
        slots.moved(instance, state, state == UnitState.WAITING);
        var unit = Optional.ofNullable(units.get(instance)).orElseThrow();
        if (!state.isEnd() && state != UnitState.WAITING) {
            moves.put(instance, now.plus(length(unit, state)));
        }
    }

    private Duration length(UnitNow unit, UnitState state) {
        var length = state.step().map(step -> lengths.of(unit, step)).orElse(Duration.ZERO);
        return state == UnitState.MONITORING ? length.plus(soaks.getOrDefault(unit.instance(), Duration.ZERO)) : length;
    }

    private Optional<Instant> next(Instant opens) {
        var move = moves.values().stream().min(Comparator.naturalOrder());
        boolean waitsForOpening = now.isBefore(opens) && slots.hasUnbegun();
        return waitsForOpening ? Optional.of(move.filter(opens::isAfter).orElse(opens)) : move;
    }

    /** What it comes to when nothing fails. */
    private static UnitState after(UnitState state) {
        return switch (state) {
            case PENDING -> UnitState.UPLOADING;
            case UPLOADING, RETURNING -> UnitState.WAITING;
            case WAITING -> UnitState.DRAINING;
            case DRAINING, ASKING -> UnitState.INSTALLING;
            case INSTALLING -> UnitState.VERIFYING;
            case VERIFYING -> UnitState.MONITORING;
            case MONITORING, UPGRADED -> UnitState.UPGRADED;
            case ROLLING_BACK, ROLLED_BACK -> UnitState.ROLLED_BACK;
            case SKIPPED, FAILED, CANCELLED -> state;
        };
    }

    /** What the minimum would keep for ever waits for a person, who is named where it waits; here one of them may go. */
    private Slots.Rules possible(Slots.Rules rules) {
        int minimum = Math.max(0, Math.min(rules.minimumActive(), active.size() - 1));
        return new Slots.Rules(rules.concurrency(), minimum, rules.failureBudget(), rules.approval(), rules.goal());
    }

    private Set<InstanceId> active() {
        var all = stage.units().stream()
                .filter(unit -> unit.state() != UnitState.FAILED)
                .map(UnitNow::instance)
                .collect(Collectors.toCollection(HashSet::new));
        IntStream.range(0, stage.others())
                .mapToObj(n -> new InstanceId("other-" + n))
                .forEach(all::add);
        return all;
    }

    private static Instant later(Instant left, Instant right) {
        return left.isAfter(right) ? left : right;
    }
}
