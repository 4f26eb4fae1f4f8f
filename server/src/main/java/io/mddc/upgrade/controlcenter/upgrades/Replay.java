package io.mddc.upgrade.controlcenter.upgrades;

import io.mddc.upgrade.cluster.Component;
import io.mddc.upgrade.cluster.InstanceId;
import io.mddc.upgrade.eta.Course.Bracket;
import io.mddc.upgrade.eta.UnitNow.StepNow;
import io.mddc.upgrade.run.MaintenancePhase;
import io.mddc.upgrade.run.Step;
import io.mddc.upgrade.run.UnitState;
import io.mddc.upgrade.run.UpgradeState;
import io.mddc.upgrade.run.WaitReason;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What was known of an upgrade after each line of its run log: the same whenever it is asked. */
final class Replay {
    private final Map<Component, WaitReason> stages = new EnumMap<>(Component.class);
    private final Map<InstanceId, UnitStory> units = new HashMap<>();
    private UpgradeState state = UpgradeState.STARTING;
    private WaitReason waits = WaitReason.NOTHING;
    private Optional<MaintenancePhase> phase = Optional.empty();
    private Optional<Instant> closing = Optional.empty();
    private Optional<Instant> began = Optional.empty();

    /**
     * Where a unit is.
     *
     * @param steps by the steps it has begun, each with its last beginning
     */
    record UnitStory(UnitState state, WaitReason waits, Map<Step, StepNow> steps) {
        static final UnitStory PENDING = new UnitStory(UnitState.PENDING, WaitReason.NOTHING, Map.of());

        /** One that begins anew shows its steps anew. */
        private UnitStory after(UnitState next, WaitReason reason, Instant at) {
            var known = new EnumMap<Step, StepNow>(Step.class);
            known.putAll(next == UnitState.UPLOADING && state.isEnd() ? Map.of() : steps);
            state.step()
                    .filter(left -> !next.step().equals(Optional.of(left)))
                    .ifPresent(left -> known.computeIfPresent(
                            left, (step, open) -> new StepNow(step, open.begin(), Optional.of(at))));
            next.step()
                    .filter(entered -> !state.step().equals(Optional.of(entered)))
                    .ifPresent(entered -> known.put(entered, new StepNow(entered, at, Optional.empty())));
            return new UnitStory(next, reason, known);
        }

        List<StepNow> inOrder() {
            return List.copyOf(new TreeMap<>(steps).values());
        }
    }

    void add(EventRow event) {
        switch (event.subject()) {
            case UPGRADE -> addUpgrade(event);
            case STAGE -> event.component().ifPresent(component -> stages.put(component, event.waitReason()));
            case UNIT -> event.instance().ifPresent(instance -> units.put(instance, next(instance, event)));
        }
    }

    private void addUpgrade(EventRow event) {
        event.state().map(UpgradeState::valueOf).ifPresent(now -> state = now);
        waits = event.waitReason();
        if (state == UpgradeState.RUNNING && began.isEmpty()) {
            began = Optional.of(event.recordedAt());
        }
        event.maintenance().ifPresent(now -> {
            phase = Optional.of(now);
            closing = now == MaintenancePhase.CLOSING ? Optional.of(event.recordedAt()) : closing;
        });
    }

    private UnitStory next(InstanceId instance, EventRow event) {
        var before = unit(instance);
        var now = event.state().map(UnitState::valueOf).orElse(before.state());
        return before.after(now, event.waitReason(), event.recordedAt());
    }

    UnitStory unit(InstanceId instance) {
        return units.getOrDefault(instance, UnitStory.PENDING);
    }

    WaitReason stage(Component component) {
        return stages.getOrDefault(component, WaitReason.NOTHING);
    }

    UpgradeState state() {
        return state;
    }

    WaitReason waits() {
        return waits;
    }

    Bracket bracket() {
        return new Bracket(phase, closing);
    }

    /** When it first ran; empty before. */
    Optional<Instant> began() {
        return began;
    }

    /** Units that have come to their end. */
    int over() {
        return (int)
                units.values().stream().filter(unit -> unit.state().isEnd()).count();
    }
}
