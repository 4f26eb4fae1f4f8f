package io.mddc.upgrade.eta;

import io.mddc.upgrade.cluster.Component;
import io.mddc.upgrade.cluster.InstanceId;
import io.mddc.upgrade.eta.UnitNow.StepNow;
import io.mddc.upgrade.plan.Policy;
import io.mddc.upgrade.plan.StagePlan;
import io.mddc.upgrade.plan.UnitPlan;
import io.mddc.upgrade.run.Step;
import io.mddc.upgrade.run.UnitState;
import io.mddc.upgrade.slots.Slots;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The truth: a stage whose steps take known seconds, lived second by second from its beginning. */
final class TimedStage implements Lengths {
    private final List<UnitPlan> plans;
    private final Slots.Rules rules;
    private final Map<InstanceId, Map<Step, Integer>> seconds;
    private final Policy.Soak soak;
    private final Slots slots;
    private final Map<InstanceId, Lived> units = new LinkedHashMap<>();
    private final Set<InstanceId> active = new HashSet<>();
    private int now;

    /** What became of one unit so far. */
    private static final class Lived {
        private final Map<Step, Integer> begins = new HashMap<>();
        private final Map<Step, Integer> ends = new HashMap<>();
        private UnitState state = UnitState.PENDING;
        private int since;
        private boolean canary;
    }

    /**
     * @param seconds of each step of each unit; of MONITOR those beyond its soak
     */
    TimedStage(List<UnitPlan> plans, Slots.Rules rules, Map<InstanceId, Map<Step, Integer>> seconds, Policy.Soak soak) {
        this.plans = plans;
        this.rules = rules;
        this.seconds = seconds;
        this.soak = soak;
        this.slots = new Slots(rules, plans);
        plans.forEach(plan -> units.put(plan.instance(), new Lived()));
        plans.forEach(plan -> active.add(plan.instance()));
    }

    void liveTo(int second) {
        while (now < second) {
            liveASecond();
        }
    }

    /** When each unit is over. */
    Map<InstanceId, Instant> liveOn() {
        while (units.values().stream().anyMatch(unit -> unit.state != UnitState.UPGRADED)) {
            liveASecond();
        }
        var ends = new HashMap<InstanceId, Instant>();
        units.forEach((instance, unit) -> ends.put(instance, Stages.at(unit.since)));
        return ends;
    }

    private void liveASecond() {
        look();
        look();
        now++;
        units.forEach((instance, unit) -> {
            var step = unit.state.step();
            if (step.isPresent() && now - unit.since >= length(instance, unit, step.get())) {
                unit.ends.put(step.get(), now);
                enter(instance, unit, next(unit.state));
            }
        });
    }

    private void look() {
        for (var next = slots.toBegin(active); next.isPresent(); next = slots.toBegin(active)) {
            enter(next.get(), known(next.get()), UnitState.UPLOADING);
        }
        for (var go = slots.letGo(active); go.isPresent(); go = slots.letGo(active)) {
            var unit = known(go.get().instance());
            unit.canary = go.get().canary();
            enter(go.get().instance(), unit, UnitState.DRAINING);
        }
    }

    private void enter(InstanceId instance, Lived unit, UnitState state) {
        unit.state = state;
        unit.since = now;
        state.step().ifPresent(step -> unit.begins.put(step, now));
        slots.moved(instance, state, state == UnitState.WAITING);
    }

    private int length(InstanceId instance, Lived unit, Step step) {
        var watched = unit.canary ? soak.canary() : soak.unit();
        int beyond = seconds(instance, step);
        return step == Step.MONITOR ? beyond + (int) watched.toSeconds() : beyond;
    }

    private static UnitState next(UnitState state) {
        return switch (state) {
            case UPLOADING -> UnitState.WAITING;
            case DRAINING -> UnitState.INSTALLING;
            case INSTALLING -> UnitState.VERIFYING;
            case VERIFYING -> UnitState.MONITORING;
            default -> UnitState.UPGRADED;
        };
    }

    Slots.Rules rules() {
        return rules;
    }

    int now() {
        return now;
    }

    /** As the run log would show it. */
    StageNow seen() {
        var seen =
                plans.stream().map(plan -> seen(plan, known(plan.instance()))).toList();
        var plan = new StagePlan(Component.CORE, plans.get(0).to(), rules.minimumActive(), plans);
        return new StageNow(plan, seen, 0, Optional.empty());
    }

    private Lived known(InstanceId instance) {
        return Optional.ofNullable(units.get(instance)).orElseThrow();
    }

    private int seconds(InstanceId instance, Step step) {
        return Optional.ofNullable(seconds.get(instance))
                .map(ofUnit -> ofUnit.get(step))
                .orElseThrow();
    }

    private static UnitNow seen(UnitPlan plan, Lived unit) {
        var steps = new ArrayList<StepNow>();
        for (var step : Step.ofUnits()) {
            if (unit.begins.containsKey(step)) {
                var end = Optional.ofNullable(unit.ends.get(step)).map(Stages::at);
                steps.add(new StepNow(step, Stages.at(unit.begins.get(step)), end));
            }
        }
        return new UnitNow(plan, unit.state, steps, Optional.empty());
    }

    Collection<InstanceId> left() {
        return units.entrySet().stream()
                .filter(entry -> !entry.getValue().state.isEnd())
                .map(Map.Entry::getKey)
                .toList();
    }

    /** MONITOR of these is what it takes beyond the soak. */
    @Override
    public Duration of(UnitNow unit, Step step) {
        return Duration.ofSeconds(seconds(unit.instance(), step));
    }
}
