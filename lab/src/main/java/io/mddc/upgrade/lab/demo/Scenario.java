package io.mddc.upgrade.lab.demo;

import static java.util.stream.Collectors.joining;

import io.mddc.upgrade.cluster.Version;
import io.mddc.upgrade.lab.packaging.LabPart;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What a run upgrades. */
enum Scenario {
    CORES,
    GATEWAYS;

    private static final Set<String> LATER = Set.of("live", "storage", "system");

    List<Target> targets() {
        return switch (this) {
            case CORES -> List.of(new Target(LabPart.CORE, new Version("5.17.0-1")));
            case GATEWAYS -> List.of(new Target(LabPart.API_GATEWAY, new Version("2.6.0-1")));
        };
    }

    /** As it is typed, and in the report. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Scenario parse(String word) {
        return Arrays.stream(values())
                .filter(scenario -> scenario.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new UnusableSetting(
                        "--scenario " + (LATER.contains(word) ? word + " is not built yet" : "is '" + word + "'")
                                + ": allowed is "
                                + Arrays.stream(values()).map(Scenario::word).collect(joining(", "))));
    }
}
