package io.mddc.upgrade.workflow;

import io.mddc.upgrade.cluster.InstanceId;
import io.mddc.upgrade.plan.StagePlan;
import io.mddc.upgrade.plan.UnitPlan;
import io.mddc.upgrade.run.Remedy;
import io.mddc.upgrade.run.UnitReport;
import io.mddc.upgrade.run.UnitState;
import io.mddc.upgrade.slots.Slots;
import io.mddc.upgrade.slots.Slots.Go;
import io.temporal.workflow.Async;
import io.temporal.workflow.Workflow;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/**
 * Begins the units of a stage, lets them go as {@link Slots} says, and collects their reports, until each has one. The active
 * instances are read just before a unit is let. Runs outside any cancellation: it is closed instead.
 */
final class Dispatch {
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);

    private final StagePlan stage;
    private final Slots slots;
    private final StageVoice voice;
    private final Begin begin;
    private final UnitRuns units;
    private Set<InstanceId> active = Set.of();
    private Duration pause = FIRST_PAUSE;

    Dispatch(StagePlan stage, Slots slots, StageVoice voice, Begin begin, UnitRuns units) {
        this.stage = stage;
        this.slots = slots;
        this.voice = voice;
        this.begin = begin;
        this.units = units;
    }

    /** How the units of this stage are begun and let. */
    interface Begin {
        Unit begin(UnitPlan plan);

        int attempt(InstanceId instance);

        Duration soak(Go go);

        /** Whether who is active decides who may go. */
        default boolean countsActive(StagePlan stage) {
            return true;
        }

        /** Whether there is time for the next one. */
        default boolean isOpen(Slots slots) {
            return true;
        }

        /** Of a unit that was never begun, and why not. */
        UnitReport untouched(UnitPlan plan, String reason);
    }

    /** Returns when every unit has its report. */
    List<UnitReport> run(Runnable atEachLook) {
        active = read();
        while (!isOver()) {
            units.look();
            atEachLook.run();
            beginAhead();
            letGo();
            waitForChange();
            units.collect();
        }
        return stage.units().stream().map(units::reportOrUntouched).toList();
    }

    private boolean isOver() {
        return units.areAllEnded() && slots.isIdle() && (units.isClosed() || !slots.hasPending());
    }

    private void beginAhead() {
        for (var next = slots.toBegin(active); next.isPresent(); next = slots.toBegin(active)) {
            var plan = stage.unit(next.get());
            slots.moved(plan.instance(), UnitState.UPLOADING, false);
            Async.procedure(() -> units.beginWhenFree(plan));
        }
    }

    private void letGo() {
        slots.letAlone()
                .flatMap(units::find)
                .ifPresent(unit -> unit.child().send(() -> unit.alone().apply()));
        slots.setInTime(units.isClosed() || !slots.wantsToLet() || begin.isOpen(slots));
        if (slots.mayLetSomeone() && begin.countsActive(stage)) {
            active = read();
        }
        for (var go = slots.letGo(active); go.isPresent(); go = slots.letGo(active)) {
            var soak = begin.soak(go.get());
            units.find(go.get().instance())
                    .ifPresent(unit -> unit.child().send(() -> unit.go().apply(soak)));
        }
    }

    private Set<InstanceId> read() {
        return Set.copyOf(ControlCenter.cluster().active(stage.component()).instances());
    }

    private void waitForChange() {
        var held = slots.heldByMinimum(active);
        if (held.isEmpty()) {
            pause = FIRST_PAUSE;
            Workflow.await(units::hasChanged);
            return;
        }
        voice.waitForPerson(
                "%s waits: %d instances of %s are active and %d must stay."
                        .formatted(held.get(), slots.activeWithout(active), voice.title(), stage.minimumActive()),
                Remedy.SKIP,
                Remedy.ABORT);
        Workflow.await(pause, units::hasChanged);
        pause = pause.compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
    }
}
