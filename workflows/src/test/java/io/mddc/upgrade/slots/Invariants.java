package io.mddc.upgrade.slots;

import static org.assertj.core.api.Assertions.assertThat;

import io.mddc.upgrade.cluster.InstanceId;
import io.mddc.upgrade.run.UnitState;
import io.mddc.upgrade.slots.Slots.Go;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What must hold of the units as they really are, whenever one is let or begun, and at every moment. */
final class Invariants {
    private final Slots.Rules rules;
    private final Ledger ledger;
    private final Collection<SimulatedUnit> units;

    Invariants(Slots.Rules rules, Ledger ledger, Collection<SimulatedUnit> units) {
        this.rules = rules;
        this.ledger = ledger;
        this.units = units;
    }

    void mayBegin() {
        assertThat(ledger.mayBegin())
                .as("nothing begins while paused, spent or not approved")
                .isTrue();
    }

    /** Before the unit and the stage take note of it. */
    void mayBeLet(Go go, SimulatedUnit unit, Set<InstanceId> active) {
        assertThat(unit.seen.waits()).as("%s waits", go).isTrue();
        assertThat(minimumAllows(unit, active))
                .as("our doing never takes active instances below the minimum: %s", go)
                .isTrue();
        if (unit.seen.waitsForItsTurn()) {
            mayBegin();
            assertThat(inWork()).as("never more in work than allowed").isLessThan(ledger.allowedInWork());
            assertThat(go.canary()).as("the first goes as a canary").isEqualTo(!ledger.hasSucceeded());
            assertThat(betterThan(unit, active))
                    .as("%s goes before, of %s", go, this)
                    .isEmpty();
        }
    }

    /** Who should have gone instead. */
    private List<InstanceId> betterThan(SimulatedUnit chosen, Set<InstanceId> active) {
        boolean healthyFirst = !ledger.hasSucceeded() && remaining(active) > rules.minimumActive();
        boolean chosenIsRight = active.contains(chosen.instance()) == healthyFirst;
        var back = units.stream().filter(unit -> unit.seen.waitsToGoBack());
        var earlier = waiting().filter(unit -> unit.seen.returns() < chosen.seen.returns());
        var right = chosenIsRight
                ? Stream.<SimulatedUnit>of()
                : Stream.concat(waiting(), healthyFirst ? uploading() : Stream.of())
                        .filter(unit -> active.contains(unit.instance()) == healthyFirst)
                        .filter(unit -> unit.seen.returns() <= chosen.seen.returns());
        return Stream.of(back, earlier, right)
                .flatMap(all -> all)
                .filter(unit -> mayLeave(unit, active))
                .map(SimulatedUnit::instance)
                .toList();
    }

    /** At every moment. */
    void hold() {
        var hosts = units.stream()
                .filter(SimulatedUnit::isOut)
                .map(SimulatedUnit::host)
                .toList();
        assertThat(hosts).as("at most one unit per host from DRAIN to VERIFY").doesNotHaveDuplicates();
        assertThat(units).as("a unit is let at most once each time it waits").allMatch(unit -> unit.lets <= unit.turns);
    }

    /** What the slots say of themselves is what they were told. */
    void agree(Slots slots) {
        assertThat(slots.isPaused()).as("is paused").isEqualTo(ledger.isPaused());
        assertThat(slots.isSpent()).as("is spent").isEqualTo(ledger.isSpent());
        assertThat(slots.awaitsApproval()).as("awaits approval").isEqualTo(ledger.awaitsApproval());
        assertThat(slots.failures()).as("failures").isEqualTo(ledger.failures());
        var states = units.stream().map(unit -> unit.seen.state()).toList();
        long inWork = states.stream().filter(UnitState::isInWork).count();
        assertThat(slots.inWork()).as("in work").isEqualTo((int) inWork);
        assertThat(slots.hasUnbegun())
                .as("somebody's installer may still begin")
                .isEqualTo(states.stream().anyMatch(state -> !state.isEnd() && !state.isInWork()));
        assertThat(ledger.failures())
                .as("never more failures than the budget and those in work when it was spent")
                .isLessThanOrEqualTo(ledger.mostFailures((int) inWork));
    }

    /** Nothing is in work, nothing uploads, and nobody forbids: then only the minimum keeps those who are left. */
    void nobodyIsForgotten(Set<InstanceId> active) {
        boolean isQuiet = units.stream().noneMatch(unit -> unit.seen.state().isInWork())
                && uploading().findAny().isEmpty();
        if (isQuiet && ledger.mayBegin()) {
            var forgotten = units.stream()
                    .filter(unit -> !unit.seen.state().isEnd())
                    .filter(unit -> minimumAllows(unit, active))
                    .collect(Collectors.toMap(SimulatedUnit::instance, unit -> unit.seen));
            assertThat(forgotten).as("they may go, and nobody goes").isEmpty();
        }
    }

    /** Those that are active and are not, or are about to be, taken out by us. */
    int remaining(Set<InstanceId> active) {
        var out = units.stream()
                .filter(SimulatedUnit::isOut)
                .map(SimulatedUnit::instance)
                .toList();
        return (int) active.stream().filter(instance -> !out.contains(instance)).count();
    }

    private boolean minimumAllows(SimulatedUnit unit, Set<InstanceId> active) {
        return !active.contains(unit.instance()) || remaining(active) - 1 >= rules.minimumActive();
    }

    private boolean mayLeave(SimulatedUnit unit, Set<InstanceId> active) {
        return minimumAllows(unit, active)
                && units.stream()
                        .noneMatch(other -> other.seen.isOut() && other.host().equals(unit.host()));
    }

    private long inWork() {
        return units.stream().filter(SimulatedUnit::isInWork).count();
    }

    @Override
    public String toString() {
        return units.stream()
                .map(unit -> "%s on %s: %s, seen %s".formatted(unit.instance(), unit.host(), unit.state, unit.seen))
                .collect(Collectors.joining("\n"));
    }

    private Stream<SimulatedUnit> waiting() {
        return units.stream().filter(unit -> unit.seen.waitsForItsTurn());
    }

    private Stream<SimulatedUnit> uploading() {
        return units.stream().filter(unit -> unit.seen.state() == UnitState.UPLOADING);
    }
}
