package io.mddc.upgrade.lab.demo;

import static java.util.stream.Collectors.joining;

import io.mddc.upgrade.cluster.Version;
import io.mddc.upgrade.lab.packaging.LabPart;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** What a run upgrades. */
enum Scenario {
    CORES,
    GATEWAYS,
    LIVE,
    STORAGE,
    SYSTEM;

    private static final Target CORE = new Target(LabPart.CORE, new Version("5.17.0-1"));
    private static final Target GATEWAY = of(LabPart.API_GATEWAY);
    private static final Target FILE_STORAGE = of(LabPart.FILE_STORAGE);
    private static final List<Target> SERVICES =
            List.of(of(LabPart.CONTROL_CENTER), of(LabPart.IDENTITY_SERVICE), of(LabPart.WORKER));

    /** In the order in which they are upgraded. */
    List<Target> targets() {
        return switch (this) {
            case CORES -> List.of(CORE);
            case GATEWAYS -> List.of(GATEWAY);
            case STORAGE -> List.of(FILE_STORAGE);
            case LIVE -> then(SERVICES, GATEWAY, CORE);
            case SYSTEM -> then(SERVICES, GATEWAY, CORE, FILE_STORAGE);
        };
    }

    /** The product's own parts are among them. */
    boolean upgradesTheProduct() {
        return targets().containsAll(SERVICES);
    }

    /** The whole system is closed for a while. */
    boolean needsMaintenance() {
        return targets().contains(FILE_STORAGE);
    }

    private static Target of(LabPart part) {
        return new Target(part, new Version("2.6.0-1"));
    }

    private static List<Target> then(List<Target> first, Target... others) {
        return Stream.concat(first.stream(), Stream.of(others)).toList();
    }

    /** As it is typed, and in the report. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Scenario parse(String word) {
        return Arrays.stream(values())
                .filter(scenario -> scenario.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new UnusableSetting("--scenario is '" + word + "': allowed is "
                        + Arrays.stream(values()).map(Scenario::word).collect(joining(", "))));
    }
}
