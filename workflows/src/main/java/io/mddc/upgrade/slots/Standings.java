package io.mddc.upgrade.slots;

import io.mddc.upgrade.cluster.InstanceId;
import io.mddc.upgrade.plan.UnitPlan;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Where the units of a stage stand, in the plan's order. */
final class Standings {
    private final Map<InstanceId, Standing> units = new LinkedHashMap<>();

    Standings(Collection<UnitPlan> plans) {
        for (var plan : plans) {
            units.put(plan.instance(), Standing.pending(plan));
        }
    }

    Standing of(InstanceId instance) {
        return Optional.ofNullable(units.get(instance))
                .orElseThrow(() -> new IllegalArgumentException(instance + " is not a unit of this stage"));
    }

    void put(Standing unit) {
        units.put(unit.instance(), unit);
    }

    boolean knows(InstanceId instance) {
        return units.containsKey(instance);
    }

    Collection<Standing> all() {
        return units.values();
    }

    Stream<Standing> stream() {
        return units.values().stream();
    }

    int inWork() {
        return (int) stream().filter(Standing::isInWork).count();
    }

    /** No unit is begun and not at its end. */
    boolean isIdle() {
        return stream().allMatch(unit -> unit.state().isEnd() || unit.isPending());
    }

    /** Somebody is left whose installer may still begin. */
    boolean hasUnbegun() {
        return stream().anyMatch(unit -> !unit.state().isEnd() && !unit.isInWork());
    }

    boolean hasPending() {
        return stream().anyMatch(Standing::isPending);
    }

    boolean holdsHostOf(Standing unit) {
        return stream()
                .anyMatch(other ->
                        other.isOut() && other.plan().host().equals(unit.plan().host()));
    }

    /** Active instances without those that are, or are about to be, taken out. */
    int activeWithout(Set<InstanceId> active) {
        return (int) active.stream()
                .filter(instance -> !knows(instance) || !of(instance).isOut())
                .count();
    }
}
