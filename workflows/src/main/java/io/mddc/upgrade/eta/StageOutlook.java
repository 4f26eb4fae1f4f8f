package io.mddc.upgrade.eta;

import static java.util.stream.Collectors.toMap;

import io.mddc.upgrade.cluster.InstanceId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** The ends of one stage and of its units in all rehearsals. */
final class StageOutlook {
    private final StageNow stage;
    private final String source;
    private final int rehearsals;
    private final Map<InstanceId, List<Instant>> units = new HashMap<>();
    private final List<Instant> ends = new ArrayList<>();

    /**
     * @param source what the times are made from, for people
     */
    StageOutlook(StageNow stage, String source, int rehearsals) {
        this.stage = stage;
        this.source = source;
        this.rehearsals = rehearsals;
    }

    void add(Map<InstanceId, Instant> unitEnds) {
        unitEnds.forEach((unit, end) ->
                units.computeIfAbsent(unit, any -> new ArrayList<>()).add(end));
    }

    void add(Instant end) {
        ends.add(end);
    }

    StageNow stage() {
        return stage;
    }

    String source() {
        return source;
    }

    /** As many as there were rehearsals, unless it never came to an end in some. */
    List<Instant> ends() {
        return List.copyOf(ends);
    }

    /** Empty when it never comes to an end in some of them. */
    Optional<Eta> whole() {
        return eta(ends);
    }

    /** Of those that are not over and may be told. */
    Map<InstanceId, Eta> units(Predicate<UnitNow> told, Eta otherwise) {
        return stage.units().stream()
                .filter(unit -> !unit.isOver())
                .collect(toMap(
                        UnitNow::instance,
                        unit -> told.test(unit)
                                ? of(unit).orElse(otherwise)
                                : unit.obstacle().map(Eta::unknown).orElse(otherwise)));
    }

    private Optional<Eta> eta(List<Instant> all) {
        if (all.size() < rehearsals) {
            return Optional.empty();
        }
        var sorted = new ArrayList<>(all);
        Collections.sort(sorted, Comparator.naturalOrder());
        return Optional.of(new Eta(
                Optional.of(sorted.get(rehearsals / 2)),
                Optional.of(sorted.get(rehearsals / 10)),
                Optional.of(sorted.get(rehearsals - 1 - rehearsals / 10)),
                source));
    }

    private Optional<Eta> of(UnitNow unit) {
        return eta(units.getOrDefault(unit.instance(), List.of()));
    }
}
