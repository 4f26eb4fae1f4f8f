package io.mddc.upgrade.lab.demo;

import io.mddc.upgrade.cluster.Component;
import io.mddc.upgrade.cluster.Version;
import io.mddc.upgrade.lab.host.LabInstance;
import io.mddc.upgrade.plan.Policy;
import io.mddc.upgrade.run.UnitState;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Puts a unit's line of the report together: its end and its clock from the upgrade, everything else from the lab. */
final class Reporting {
    private final CoreFacts facts;
    private final Version from;
    private final Version to;

    Reporting(CoreFacts facts, Version from, Version to) {
        this.facts = facts;
        this.from = from;
        this.to = to;
    }

    /** Of an orchestrated upgrade. */
    DemoReport.Unit unit(LabInstance core, UnitStory story, Policy.Soak soaks) {
        var soak = story.isFirst(core.id()) ? soaks.canary() : soaks.unit();
        var go = story.go(core.id());
        var clock = go.filter(begin -> story.state(core.id()).equals(Optional.of(UnitState.UPGRADED)))
                .flatMap(begin -> facts.clock(core, to, begin, soak));
        var overhead =
                clock.flatMap(seen -> story.end(core.id()).map(end -> seconds(seen.overhead(go.orElseThrow(), end))));
        return new DemoReport.Unit(
                core.id(),
                Component.CORE,
                from.value(),
                to.value(),
                facts.running(core),
                story.state(core.id()),
                facts.installs(core, to),
                go.flatMap(begin -> facts.isolation(core, begin))
                        .map(isolation -> isolation.inWork().size()),
                story.steps(core.id()),
                clock.map(seen -> seconds(seen.floor())),
                overhead);
    }

    /** Of a careless one. */
    DemoReport.Unit unit(LabInstance core) {
        return new DemoReport.Unit(
                core.id(),
                Component.CORE,
                from.value(),
                to.value(),
                facts.running(core),
                Optional.empty(),
                facts.installs(core, to),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Optional.empty());
    }

    /** How many Cores say that they are isolated; empty when one of them cannot be asked. */
    Optional<Integer> orphans(List<LabInstance> cores) {
        int isolated = 0;
        for (var core : cores) {
            var said = facts.isolated(core);
            if (said.isEmpty()) {
                return Optional.empty();
            }
            isolated += said.get() ? 1 : 0;
        }
        return Optional.of(isolated);
    }

    static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }
}
