package io.mddc.upgrade.lab.demo;

import io.mddc.upgrade.cluster.InstanceId;
import io.mddc.upgrade.run.Step;
import io.mddc.upgrade.run.UnitState;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * A line of the upgrade's run log, as {@code GET /upgrades/{id}/events} shows it.
 *
 * @param instance empty when it is not about a unit
 */
record UpgradeEvent(long seq, Instant at, Optional<InstanceId> instance, Optional<String> state, String sentence) {
    /** What the unit is in now; empty when it is not about a unit. */
    Optional<UnitState> unitState() {
        return instance.flatMap(unit -> state.flatMap(word -> Arrays.stream(UnitState.values())
                .filter(known -> known.name().equals(word))
                .findFirst()));
    }

    String line() {
        return String.format(
                Locale.ROOT, "%-14s %-12s %s", instance.map(Object::toString).orElse(""), state.orElse(""), sentence);
    }

    /** The step that begins with it. */
    Optional<Step> step() {
        return unitState().flatMap(UnitState::step);
    }
}
