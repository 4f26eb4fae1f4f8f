package io.mddc.upgrade.lab.demo;

import io.mddc.upgrade.cluster.Component;
import io.mddc.upgrade.lab.chaos.KillReport;
import io.mddc.upgrade.lab.packaging.LabPart;
import io.mddc.upgrade.lab.service.shared.ActiveCount;
import io.mddc.upgrade.run.Outcome;
import io.mddc.upgrade.run.UnitState;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The report of a run, of what was told of it and what the lab saw.
 *
 * @param spans when units of each target were in work
 */
record Summary(DemoRequest request, Stage stage, Map<Target, Span> spans) {
    Summary {
        spans = Map.copyOf(spans);
    }

    /** What the lab does not see in its cluster; little of it where nothing orchestrated the upgrade. */
    record Told(
            String engine,
            Optional<Outcome> outcome,
            List<KillReport> kills,
            List<EmergencyDrill.Stopped> stops,
            FrozenWatch.Found settings,
            Optional<Integer> orphanIsolations,
            List<DemoReport.ToldEta> etas) {
        Told {
            kills = List.copyOf(kills);
            stops = List.copyOf(stops);
            etas = List.copyOf(etas);
        }
    }

    DemoReport of(Told told, ClosedBooks books, List<DemoReport.Unit> units) {
        return new DemoReport(
                told.engine(),
                request.scenario().word(),
                request.traffic().seed(),
                told.outcome(),
                DemoReport.Files.of(books.balance()),
                stage.load().requests().counts(),
                impacts(told.kills()),
                units,
                told.kills(),
                told.stops(),
                minActive(),
                told.settings().frozen(),
                told.settings().thawed(),
                told.orphanIsolations(),
                new Bystanders(stage, spans, told.kills()).processesKept(),
                maintenance(told.kills(), units),
                told.etas(),
                Reporting.seconds(Duration.between(
                        stage.voice().began(), Clock.systemUTC().instant())));
    }

    private Optional<Maintenance> maintenance(List<KillReport> kills, List<DemoReport.Unit> units) {
        boolean isGood = units.stream()
                .filter(unit -> unit.component() == Component.FILE_STORAGE)
                .allMatch(unit -> unit.end().equals(Optional.of(UnitState.UPGRADED)));
        var seen = MaintenanceFacts.of(stage, kills).report();
        return isGood ? seen : seen.map(Maintenance::unjudged);
    }

    private List<DemoReport.Impact> impacts(List<KillReport> kills) {
        var impacts = new Impacts(stage.load().requests(), kills);
        return request.scenario().targets().stream()
                .map(target -> impacts.of(
                        target.component(),
                        Optional.ofNullable(spans.get(target)).orElseThrow()))
                .toList();
    }

    private Map<Component, Integer> minActive() {
        var fewest = new EnumMap<Component, Integer>(Component.class);
        spans.forEach((target, span) -> SharedBooks.fewest(active(target), span.begin(), span.end())
                .ifPresent(number -> fewest.put(target.component(), number)));
        return fewest;
    }

    /** Cores by their leases, others by what balancers are told. */
    private List<ActiveCount> active(Target target) {
        return target.part() == LabPart.CORE
                ? stage.cluster().shared().activeHistory()
                : stage.watches().readiness().open(stage.ids(target.part()));
    }
}
