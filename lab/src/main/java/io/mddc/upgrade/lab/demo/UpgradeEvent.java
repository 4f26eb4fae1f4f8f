package io.mddc.upgrade.lab.demo;

import com.fasterxml.jackson.databind.JsonNode;
import io.mddc.upgrade.cluster.Component;
import io.mddc.upgrade.cluster.InstanceId;
import io.mddc.upgrade.lab.chaos.KillStep;
import io.mddc.upgrade.run.UnitState;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A line of the upgrade's run log, as {@code GET /upgrades/{id}/events} shows it.
 *
 * @param component whose stage or unit; empty when it is about the upgrade
 * @param instance empty when it is not about a unit
 * @param maintenance the phase of maintenance that begins; empty when none does
 */
record UpgradeEvent(
        long seq,
        Instant at,
        Optional<Component> component,
        Optional<InstanceId> instance,
        Optional<String> state,
        Optional<String> maintenance,
        String sentence) {
    static UpgradeEvent of(JsonNode node) {
        return new UpgradeEvent(
                node.path("seq").asLong(),
                Instant.parse(node.path("at").asText()),
                ControlCenterClient.text(node.path("component")).map(Component::valueOf),
                ControlCenterClient.text(node.path("instance")).map(InstanceId::new),
                ControlCenterClient.text(node.path("state")),
                ControlCenterClient.text(node.path("maintenance")),
                node.path("sentence").asText());
    }

    /** What the unit is in now; empty when it is not about a unit. */
    Optional<UnitState> unitState() {
        return instance.flatMap(unit -> state.flatMap(word -> Arrays.stream(UnitState.values())
                .filter(known -> known.name().equals(word))
                .findFirst()));
    }

    String line() {
        return String.format(
                Locale.ROOT,
                "%-14s %-12s %s",
                instance.map(Object::toString).orElse(""),
                state.or(() -> maintenance).orElse(""),
                sentence);
    }

    /** What begins with it; INSTALL is seen on the host itself. */
    Stream<KillStep> steps() {
        var ofUnit = unitState().flatMap(UnitState::step).map(KillStep::of).filter(step -> step != KillStep.INSTALL);
        var ofStage = component.filter(any -> instance.isEmpty()).map(any -> KillStep.STAGE);
        var ofBackup = component
                .filter(Component.FILE_STORAGE::equals)
                .filter(any -> unitState().equals(Optional.of(UnitState.DRAINING)))
                .map(any -> KillStep.BACKUP);
        return Stream.of(ofUnit, ofStage, ofBackup, maintenance.flatMap(KillStep::ofPhase))
                .flatMap(Optional::stream);
    }
}
