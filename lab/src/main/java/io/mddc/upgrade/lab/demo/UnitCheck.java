package io.mddc.upgrade.lab.demo;

import io.mddc.upgrade.cluster.Version;
import io.mddc.upgrade.run.Step;
import io.mddc.upgrade.run.UnitState;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Holds what the upgrade says of a unit's end against what the lab saw. */
final class UnitCheck {
    private static final Set<Step> FIVE = EnumSet.range(Step.UPLOAD, Step.MONITOR);

    private UnitCheck() {}

    /** What is not as it should be, in sentences. */
    static List<String> broken(DemoReport.Unit unit) {
        if (unit.end().equals(Optional.of(UnitState.UPGRADED))) {
            return upgraded(unit);
        }
        return unit.end().equals(Optional.of(UnitState.ROLLED_BACK)) ? runs(unit, unit.from()) : List.of();
    }

    /** One that went back and was begun anew may have been installed again. */
    private static List<String> upgraded(DemoReport.Unit unit) {
        var broken = new ArrayList<String>();
        long waysBack = unit.steps().stream()
                .filter(span -> span.step() == Step.WAY_BACK)
                .count();
        if (unit.installs() < 1 || unit.installs() > 1 + waysBack) {
            broken.add(unit.instance() + " was installed " + unit.installs() + " times");
        }
        broken.addAll(runs(unit, unit.to()));
        for (var step : FIVE) {
            broken.addAll(shown(unit, step));
        }
        return broken;
    }

    private static List<String> runs(DemoReport.Unit unit, String version) {
        var expected = new Version(version).upstream();
        var running = unit.running().orElse("nothing");
        return running.equals(expected)
                ? List.of()
                : List.of(unit.instance() + " runs " + running + ", not " + expected);
    }

    private static List<String> shown(DemoReport.Unit unit, Step step) {
        var spans = unit.steps().stream().filter(span -> span.step() == step).toList();
        if (spans.isEmpty()) {
            return List.of(unit.instance() + " has no " + step + " step in the report");
        }
        return spans.get(spans.size() - 1).end().isPresent()
                ? List.of()
                : List.of(unit.instance() + " has no end of its " + step + " step in the report");
    }
}
