package io.mddc.upgrade.lab.demo;

import io.mddc.upgrade.lab.chaos.KillReport;
import io.mddc.upgrade.lab.chaos.Victim;
import io.mddc.upgrade.lab.host.Cluster;
import io.mddc.upgrade.lab.host.LabInstance;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * How long units had to do without what the lab killed. It is shown beside what a unit took over its floor, and never taken from
 * it: a part of it is the product's own start.
 */
record Outages(Cluster cluster, List<KillReport> kills) {
    Outages {
        kills = List.copyOf(kills);
    }

    /**
     * @param whole from the unit's {@code go} to its end
     * @param needed when what the unit needs anyway was going on; an outage costs nothing then
     */
    Duration in(LabInstance unit, Span whole, List<Span> needed) {
        var away = kills.stream()
                .filter(kill -> concerns(kill, unit))
                .flatMap(kill -> kill.outageSeconds().stream()
                        .map(seconds -> new Span(kill.at(), kill.at().plusMillis(Math.round(seconds * 1000)))));
        return beside(needed, within(whole, away).toList());
    }

    /** How long something was away while nothing needed was going on. */
    static Duration beside(List<Span> needed, List<Span> away) {
        var both = Stream.concat(needed.stream(), away.stream()).toList();
        return Span.together(both).minus(Span.together(needed));
    }

    /** A worker serves its own host; the others serve all. An instance's end is the unit's own affair. */
    private boolean concerns(KillReport kill, LabInstance unit) {
        if (kill.what().equals(Victim.WORKER.word())) {
            return kill.instance()
                    .filter(killed -> cluster.instance(killed).host().equals(unit.host()))
                    .isPresent();
        }
        return !kill.what().equals(Victim.INSTANCE.word()) && !kill.what().equals(Victim.WORKFLOW.word());
    }

    private static Stream<Span> within(Span whole, Stream<Span> spans) {
        return spans.flatMap(span -> span.within(whole).stream());
    }
}
