package io.mddc.upgrade.lab.demo;

import io.mddc.upgrade.cluster.Version;
import io.mddc.upgrade.run.Step;
import java.util.ArrayList;
import java.util.List;

/** Holds what the upgrade says of a unit's end against what the lab saw. */
final class UnitCheck {
    private UnitCheck() {}

    /** What is not as it should be, in sentences. */
    static List<String> broken(DemoReport.Unit unit) {
        return switch (unit.end().map(Enum::name).orElse("")) {
            case "UPGRADED" -> upgraded(unit);
            case "ROLLED_BACK" -> runs(unit, unit.from());
            default -> List.of();
        };
    }

    private static List<String> upgraded(DemoReport.Unit unit) {
        var broken = new ArrayList<String>();
        if (unit.installs() != 1) {
            broken.add(unit.instance() + " was installed " + unit.installs() + " times");
        }
        broken.addAll(runs(unit, unit.to()));
        for (var step : Step.values()) {
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
