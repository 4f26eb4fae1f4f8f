package io.mddc.upgrade.lab.demo;

import io.mddc.upgrade.cluster.InstanceId;
import io.mddc.upgrade.lab.ride.Combination;
import io.mddc.upgrade.lab.ride.CommandTable;
import io.mddc.upgrade.lab.ride.RideCommand;
import io.mddc.upgrade.run.Outcome;
import io.mddc.upgrade.run.UnitState;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** What a command was answered and how its upgrade ended, held against what must be. */
final class RideVerdict {
    private RideVerdict() {}

    /** Where the unit was from the sending to the answer. */
    static Set<UnitState> states(List<UpgradeEvent> events, InstanceId unit, Span span) {
        var states = EnumSet.noneOf(UnitState.class);
        for (var event : events) {
            boolean isMeant = event.instance().filter(unit::equals).isPresent();
            if (isMeant && !event.at().isAfter(span.end())) {
                if (!event.at().isAfter(span.begin())) {
                    states.clear();
                }
                event.unitState().ifPresent(states::add);
            }
        }
        return states;
    }

    /** In sentences; nothing of a command that came too late is judged but its answer's form. */
    static List<String> of(Ridden ridden, CommandTable table) {
        var differences = new ArrayList<String>();
        var answer = ridden.answer();
        if (!answer.isTaken() && (answer.status() != 409 || answer.detail().isBlank())) {
            differences.add("the answer was " + answer.status() + " '" + answer.detail()
                    + "': allowed is to take it, or 409 with the reason");
        }
        if (!ridden.isLate()) {
            differences.addAll(answer(ridden, table));
            differences.addAll(ends(ridden));
        }
        return differences;
    }

    private static List<String> answer(Ridden ridden, CommandTable table) {
        var what = ridden.what();
        boolean must = table.isTaken(what.command(), what.moment().state());
        return must == ridden.answer().isTaken()
                ? List.of()
                : List.of(what.command().word() + " was " + (must ? "refused" : "taken") + " while " + what.unit()
                        + " was " + what.moment().state() + ", the command table says otherwise");
    }

    private static List<String> ends(Ridden ridden) {
        var differences = new ArrayList<String>();
        var what = ridden.what();
        var must = new Combination(what.command(), what.moment()).end();
        var units = ridden.end().units();
        if (units.get(what.unit()) != must) {
            differences.add(what.unit() + " ended " + units.get(what.unit()) + ", not " + must);
        }
        var outcome = Outcome.of(what.command() == RideCommand.ABORT, units.values());
        if (!outcome.name().equals(ridden.end().outcome())) {
            differences.add("the upgrade ended " + ridden.end().outcome() + ", not " + outcome);
        }
        return differences;
    }
}
