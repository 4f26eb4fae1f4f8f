package io.mddc.upgrade.slots;

import static org.assertj.core.api.Assertions.assertThat;

import io.mddc.upgrade.cluster.InstanceId;
import io.mddc.upgrade.cluster.Tries;
import io.mddc.upgrade.run.UnitEvent;
import io.mddc.upgrade.run.UnitState;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * A stage that uses {@link Slots} as the real one does, over units that live by chance: words arrive late, health comes and
 * goes, people command. After each thing that happens {@link Invariants} are checked.
 */
final class SimulatedStage {
    private final SplittableRandom random;
    private final Slots slots;
    private final Ledger ledger;
    private final Invariants invariants;
    private final Map<InstanceId, SimulatedUnit> units;
    private final Set<InstanceId> others;
    private final Slots.Rules rules;
    private Set<InstanceId> active;

    /** @param others active instances of the component that have no unit */
    SimulatedStage(
            SplittableRandom random, Slots.Rules rules, Map<InstanceId, SimulatedUnit> units, Set<InstanceId> others) {
        this.random = random;
        this.rules = rules;
        this.units = units;
        this.others = new HashSet<>(others);
        this.slots =
                new Slots(rules, units.values().stream().map(unit -> unit.plan).toList());
        this.ledger = new Ledger(rules);
        this.invariants = new Invariants(rules, ledger, units.values());
        this.active = read();
    }

    /** Something happens, and the stage may look. */
    void happen(Runnable what) {
        what.run();
        check();
        if (random.nextBoolean()) {
            look();
        }
    }

    /** A word arrives or a unit moves. */
    void progress() {
        var unit = any();
        if (random.nextBoolean() && !unit.words.isEmpty()) {
            hear(unit);
        } else {
            unit.advance();
        }
    }

    private void hear(SimulatedUnit unit) {
        var word = unit.hear();
        slots.moved(unit.instance(), word.state(), word.waits());
        ledger.ended(word.state());
    }

    void healthChanges() {
        var unit = any();
        unit.healthy = !unit.healthy;
    }

    void everybodyIsHealthy() {
        units.values().forEach(unit -> unit.healthy = true);
    }

    void anotherIsLost() {
        others.stream().findFirst().ifPresent(others::remove);
    }

    void pause() {
        slots.pause();
        ledger.pause();
    }

    void resume() {
        slots.resume();
        ledger.resume();
    }

    void approve() {
        slots.approve();
        ledger.approve();
    }

    void concurrency() {
        int atOnce = random.nextInt(1, 7);
        slots.setConcurrency(atOnce);
        ledger.concurrency(atOnce);
    }

    void skip() {
        var unit = any();
        boolean isUnbegun = unit.state == UnitState.PENDING;
        unit.skip();
        if (isUnbegun) {
            hear(unit);
        }
    }

    void retry() {
        var unit = any();
        if (unit.words.isEmpty() && unit.seen.state().allows(UnitEvent.RETRY)) {
            unit.retry();
            unit.seen = unit.seen.at(UnitState.PENDING);
            slots.retry(unit.instance());
        }
    }

    /** What the real stage does whenever it wakes. */
    void look() {
        for (var next = slots.toBegin(active); next.isPresent(); next = slots.toBegin(active)) {
            invariants.mayBegin();
            var unit = unit(next.get());
            unit.seen = unit.seen.at(UnitState.UPLOADING);
            slots.moved(unit.instance(), UnitState.UPLOADING, false);
            unit.begin();
        }
        boolean isWorthReading = slots.mayLetSomeone();
        active = read();
        for (var go = slots.letGo(active); go.isPresent(); go = slots.letGo(active)) {
            assertThat(isWorthReading).as("it was worth reading for %s", go).isTrue();
            invariants.mayBeLet(go.get(), unit(go.get().instance()), active);
            unit(go.get().instance()).let();
            check();
        }
        check();
    }

    /** Two looks with nothing between them: the second one uses what the first one read. */
    void lookAround() {
        look();
        look();
        invariants.nobodyIsForgotten(active);
    }

    boolean isOver() {
        return slots.isIdle() && !slots.hasPending();
    }

    /** No unit can move until people or health change something. */
    boolean isStuck() {
        return units.values().stream()
                .allMatch(unit -> unit.words.isEmpty()
                        && !unit.given
                        && (unit.asks || unit.state.isEnd() || unit.state == UnitState.PENDING));
    }

    /** Each of those left is active and needed. */
    boolean isHeldByMinimum() {
        return slots.heldByMinimum(active)
                .filter(held -> active.contains(held) && invariants.remaining(active) <= rules.minimumActive())
                .isPresent();
    }

    private void check() {
        invariants.hold();
        invariants.agree(slots);
    }

    private List<Seen> seen() {
        return units.values().stream().map(unit -> unit.seen).toList();
    }

    private Set<InstanceId> read() {
        var now = new HashSet<>(others);
        units.values().stream()
                .filter(SimulatedUnit::isActive)
                .map(SimulatedUnit::instance)
                .forEach(now::add);
        return now;
    }

    private SimulatedUnit any() {
        return Tries.pick(random, List.copyOf(units.values()));
    }

    private SimulatedUnit unit(InstanceId instance) {
        return units.values().stream()
                .filter(unit -> unit.instance().equals(instance))
                .findFirst()
                .orElseThrow();
    }

    @Override
    public String toString() {
        return rules + " " + seen() + " active " + active;
    }
}
