package io.mddc.upgrade.plan;

import io.mddc.upgrade.cluster.Instance;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A stage as it will probably go.
 *
 * @param slots units that may be in work at once, once the first has succeeded
 * @param failureBudget it begins no more units at this failure
 * @param pointOfNoReturn from where on it cannot be taken back, in one sentence
 * @param units in the order in which they go
 */
public record StagePreview(
        StagePlan stage,
        int slots,
        int failureBudget,
        String pointOfNoReturn,
        Estimate expected,
        List<UnitPreview> units) {
    public StagePreview {
        units = List.copyOf(units);
    }

    /**
     * @param canary it goes first, alone
     * @param active ready and taking work now
     */
    public record UnitPreview(UnitPlan unit, boolean canary, boolean active) {}

    static StagePreview of(StagePlan stage, ClusterView cluster, Forecast forecast) {
        var policy = forecast.policy();
        var instances =
                cluster.of(stage.component()).stream().collect(Collectors.toMap(Instance::id, Function.identity()));
        int active =
                (int) instances.values().stream().filter(Instance::isActive).count();
        int room = Math.max(1, active - stage.minimumActive());
        return new StagePreview(
                stage,
                policy.concurrency(),
                policy.failureBudget().of(stage.units().size()),
                pointOfNoReturn(stage, policy.wayBackOf(stage.component())),
                new StageEstimate(forecast).of(stage.units().size(), room),
                inOrder(stage, instances, active > stage.minimumActive()));
    }

    /** A healthy one first, if the minimum lets it go; then the sick, which serve nobody; then the rest. */
    private static List<UnitPreview> inOrder(StagePlan stage, Map<?, Instance> instances, boolean mayHealthyGo) {
        var units = stage.units().stream()
                .map(unit -> new UnitPreview(unit, false, isActive(instances, unit)))
                .sorted(Comparator.comparing(UnitPreview::active))
                .collect(Collectors.toList());
        var first = units.stream()
                .filter(unit -> unit.active() == mayHealthyGo)
                .findFirst()
                .orElse(units.get(0));
        units.remove(first);
        units.add(0, new UnitPreview(first.unit(), true, first.active()));
        return units;
    }

    private static boolean isActive(Map<?, Instance> instances, UnitPlan unit) {
        var instance = instances.get(unit.instance());
        return instance != null && instance.isActive();
    }

    private static String pointOfNoReturn(StagePlan stage, WayBackRule rule) {
        var without =
                stage.units().stream().filter(unit -> unit.former().isEmpty()).toList();
        if (without.isEmpty() && rule == WayBackRule.UNTIL_STARTED) {
            return "The first start of the new version, which may change its data: after it a person restores, or repairs.";
        }
        if (without.isEmpty()) {
            return "None: it can go back at any time, the former package is kept.";
        }
        return "From INSTALL on for %s: %s."
                .formatted(
                        without.size() == 1
                                ? without.get(0).instance()
                                : without.size() + " of " + stage.units().size() + " units",
                        without.stream().allMatch(unit -> unit.asked().isPresent())
                                ? "no worker of ours is there to put it back"
                                : "the store has no package of the version it has now");
    }
}
