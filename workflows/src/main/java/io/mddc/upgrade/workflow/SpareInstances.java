package io.mddc.upgrade.workflow;

import io.mddc.upgrade.cluster.Component;
import io.mddc.upgrade.cluster.Instance;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Whether every component can spare what it has on the host of a unit, read anew at each look. */
final class SpareInstances {
    private final UnitOrder order;
    private final List<Instance> leaving;
    private final Map<Component, Integer> counts;

    /**
     * @param leaving what is on the host besides the unit, which is out already
     * @param counts how many instances of each component there are
     */
    SpareInstances(UnitOrder order, List<Instance> leaving, Map<Component, Integer> counts) {
        this.order = order;
        this.leaving = leaving;
        this.counts = new TreeMap<>(counts);
    }

    /** The first component that would have too few; empty when none would. */
    Optional<String> lacking() {
        return counts.keySet().stream()
                .map(this::lacking)
                .flatMap(Optional::stream)
                .findFirst();
    }

    private Optional<String> lacking(Component component) {
        var active = Set.copyOf(ControlCenter.cluster().active(component).instances());
        long there = leaving.stream()
                .filter(other -> other.component() == component && active.contains(other.id()))
                .count();
        int minimum = order.policy().minimumOf(component, counts.getOrDefault(component, 0));
        return there == 0 || active.size() - there >= minimum
                ? Optional.empty()
                : Optional.of(
                        "%s is not started again yet: %d instances of %s are active, %d of them there, and %d must stay."
                                .formatted(order.plan().host(), active.size(), component.title(), there, minimum));
    }
}
