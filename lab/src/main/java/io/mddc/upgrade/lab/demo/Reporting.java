package io.mddc.upgrade.lab.demo;

import io.mddc.upgrade.cluster.Version;
import io.mddc.upgrade.lab.host.LabInstance;
import io.mddc.upgrade.lab.packaging.LabPart;
import io.mddc.upgrade.plan.Policy;
import io.mddc.upgrade.run.UnitState;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Puts a unit's line of the report together: its end and its clock from the upgrade, everything else from the lab. */
final class Reporting {
    private final InstanceFacts facts;
    private final Version from;
    private final Target to;
    private final Outages outages;

    Reporting(InstanceFacts facts, Outages outages, Version from, Target to) {
        this.facts = facts;
        this.outages = outages;
        this.from = from;
        this.to = to;
    }

    /** Of an orchestrated upgrade. */
    DemoReport.Unit unit(LabInstance instance, UnitStory story, Policy.Soak soaks) {
        var soak = soak(instance, story, soaks);
        var go = story.go(instance.id());
        var clock = go.filter(begin -> story.state(instance.id()).equals(Optional.of(UnitState.UPGRADED)))
                .flatMap(begin -> facts.clock(instance, to.version(), begin, soak));
        var overhead = clock.flatMap(seen ->
                story.end(instance.id()).map(end -> seconds(seen.overhead(go.orElseThrow(), end))));
        return new DemoReport.Unit(
                instance.id(),
                to.component(),
                from.value(),
                to.version().value(),
                facts.running(instance),
                story.state(instance.id()),
                facts.installs(instance, to.version()),
                go.flatMap(begin -> facts.isolation(instance, begin)).flatMap(InstanceFacts.Isolated::files),
                story.steps(instance.id()),
                clock.map(seen -> seconds(seen.floor())),
                overhead,
                clock.flatMap(seen -> outage(instance, story, seen)));
    }

    private Optional<Double> outage(LabInstance instance, UnitStory story, UnitClock clock) {
        var whole =
                story.go(instance.id()).flatMap(go -> story.end(instance.id()).map(end -> new Span(go, end)));
        return whole.flatMap(span -> story.watched(instance.id())
                .map(watched -> seconds(outages.in(instance, span, clock.needed(watched)))));
    }

    /** While the system is closed nothing is watched: nobody sends it anything. */
    private static Duration soak(LabInstance instance, UnitStory story, Policy.Soak soaks) {
        if (instance.part() == LabPart.FILE_STORAGE) {
            return Duration.ZERO;
        }
        return story.isFirst(instance.id()) ? soaks.canary() : soaks.unit();
    }

    /** Of a careless one. */
    DemoReport.Unit unit(LabInstance instance) {
        return new DemoReport.Unit(
                instance.id(),
                to.component(),
                from.value(),
                to.version().value(),
                facts.running(instance),
                Optional.empty(),
                facts.installs(instance, to.version()),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }
}
