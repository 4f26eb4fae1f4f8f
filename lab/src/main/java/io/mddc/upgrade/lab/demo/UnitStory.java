package io.mddc.upgrade.lab.demo;

import com.fasterxml.jackson.databind.JsonNode;
import io.mddc.upgrade.cluster.InstanceId;
import io.mddc.upgrade.lab.demo.DemoReport.StepSpan;
import io.mddc.upgrade.run.Step;
import io.mddc.upgrade.run.UnitState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What the upgrade's events and its view at the end say of its units. */
record UnitStory(JsonNode view, List<UpgradeEvent> events) {
    UnitStory {
        events = List.copyOf(events);
    }

    /** From the first {@code go} of these units to the last end; empty when none of them was in work. */
    Optional<Span> inWork(Set<InstanceId> units) {
        var moments = events.stream()
                .filter(event -> event.instance().filter(units::contains).isPresent())
                .filter(event -> event.unitState()
                        .filter(state -> state.isInWork() || state.isEnd())
                        .isPresent())
                .map(UpgradeEvent::at)
                .sorted()
                .toList();
        return moments.isEmpty()
                ? Optional.empty()
                : Optional.of(new Span(moments.get(0), moments.get(moments.size() - 1)));
    }

    Optional<Instant> go(InstanceId unit) {
        return first(unit, UnitState.DRAINING);
    }

    /** Its last event, when that is an end. */
    Optional<Instant> end(InstanceId unit) {
        return events.stream()
                .filter(event -> event.instance().equals(Optional.of(unit)))
                .filter(event -> event.unitState().filter(UnitState::isEnd).isPresent())
                .map(UpgradeEvent::at)
                .findFirst();
    }

    /** It was the canary of its stage. */
    boolean isFirst(InstanceId unit) {
        var stage = stageOf(unit);
        return events.stream()
                .filter(event -> event.unitState().equals(Optional.of(UnitState.DRAINING)))
                .filter(event -> event.instance().filter(stage::contains).isPresent())
                .min(Comparator.comparing(UpgradeEvent::at))
                .flatMap(UpgradeEvent::instance)
                .equals(Optional.of(unit));
    }

    private Set<InstanceId> stageOf(InstanceId unit) {
        for (var stage : view.path("stages")) {
            var ids = new HashSet<InstanceId>();
            stage.path("units")
                    .forEach(
                            node -> ids.add(new InstanceId(node.path("instance").asText())));
            if (ids.contains(unit)) {
                return ids;
            }
        }
        return Set.of(unit);
    }

    Optional<UnitState> state(InstanceId unit) {
        return node(unit)
                .flatMap(found -> ControlCenterClient.text(found.path("state")))
                .map(UnitState::valueOf);
    }

    /** What it had before. */
    Optional<String> from(InstanceId unit) {
        return node(unit).flatMap(found -> ControlCenterClient.text(found.path("from")));
    }

    /** When its soak began, the last time. */
    Optional<Instant> watched(InstanceId unit) {
        return steps(unit).stream()
                .filter(span -> span.step() == Step.MONITOR)
                .map(StepSpan::begin)
                .max(Comparator.naturalOrder());
    }

    List<StepSpan> steps(InstanceId unit) {
        var steps = new ArrayList<StepSpan>();
        node(unit).ifPresent(found -> found.path("steps").forEach(step -> steps.add(span(step))));
        return steps;
    }

    private static StepSpan span(JsonNode step) {
        return new StepSpan(
                Step.valueOf(step.path("step").asText()),
                Instant.parse(step.path("begin").asText()),
                ControlCenterClient.text(step.path("end")).map(Instant::parse));
    }

    private Optional<Instant> first(InstanceId unit, UnitState state) {
        return events.stream()
                .filter(event -> event.instance().equals(Optional.of(unit)))
                .filter(event -> event.unitState().equals(Optional.of(state)))
                .map(UpgradeEvent::at)
                .findFirst();
    }

    private Optional<JsonNode> node(InstanceId unit) {
        for (var stage : view.path("stages")) {
            for (var candidate : stage.path("units")) {
                if (candidate.path("instance").asText().equals(unit.value())) {
                    return Optional.of(candidate);
                }
            }
        }
        return Optional.empty();
    }
}
