package io.mddc.upgrade.plan;

import static com.google.common.base.Preconditions.checkArgument;

import io.mddc.upgrade.cluster.Component;
import io.mddc.upgrade.cluster.Hook;
import io.mddc.upgrade.cluster.HostId;
import io.mddc.upgrade.cluster.InstanceId;
import io.mddc.upgrade.cluster.Version;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;

/**
 * All units of one component, in the order in which they go.
 *
 * @param minimumActive instances of the component that stay active; read again before each unit begins
 */
public record StagePlan(Component component, Version target, int minimumActive, List<UnitPlan> units) {
    public StagePlan {
        units = List.copyOf(units);
        checkArgument(!units.isEmpty(), "stage %s has no unit", component);
        checkArgument(minimumActive >= 0, "minimumActive of %s is %s", component, minimumActive);
    }

    /** Of each kind one for each host: that of its first unit there. */
    public List<StageHook> aroundIt() {
        return Stream.of(Hook.values())
                .filter(Hook::isAroundStage)
                .flatMap(this::onEachHost)
                .toList();
    }

    private Stream<StageHook> onEachHost(Hook hook) {
        var hosts = new HashSet<HostId>();
        return units.stream()
                .filter(unit -> unit.hooks().contains(hook) && hosts.add(unit.host()))
                .map(unit -> new StageHook(component, hook, unit.instance(), unit.host()));
    }

    /** Throws for one that is not part of it. */
    public UnitPlan unit(InstanceId instance) {
        return units.stream()
                .filter(unit -> unit.instance().equals(instance))
                .findFirst()
                .orElseThrow();
    }
}
