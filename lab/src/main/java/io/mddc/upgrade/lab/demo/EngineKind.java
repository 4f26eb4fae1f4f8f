package io.mddc.upgrade.lab.demo;

import static java.util.stream.Collectors.joining;

import io.mddc.upgrade.lab.chaos.KillOrder;
import io.mddc.upgrade.lab.chaos.Victim;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Which engine the product has in this run. */
enum EngineKind {
    /** A Temporal program that the control center starts; it keeps what it knows in a file. */
    EMBEDDED,
    /** The lab's own, in memory. */
    TRIAL;

    static final String LOSS =
            "engine: trial (in memory): it does not survive kill -9 and has no Web UI; ./demo uses the"
                    + " real one where there is a temporal program on PATH, or Go to build it";

    private static final Set<Victim> HOLD_THE_ENGINE = EnumSet.of(Victim.ENGINE, Victim.EVERYTHING);

    /** As asked for; when nothing is asked for, embedded where there is a program for it. */
    static EngineKind chosen(Optional<String> asked, Path home) {
        return asked.map(EngineKind::parse).orElseGet(() -> Machine.hasEngine(home) ? EMBEDDED : TRIAL);
    }

    private static EngineKind parse(String word) {
        return Arrays.stream(values())
                .filter(kind -> kind.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new UnusableSetting("--engine is '" + word + "': allowed is "
                        + Arrays.stream(values()).map(EngineKind::word).collect(joining(", "))));
    }

    /** Throws when this engine would not come back from it. */
    void requireComesBackFrom(KillOrder order) {
        if (this == TRIAL && HOLD_THE_ENGINE.contains(order.what())) {
            throw new UnusableSetting(
                    "--kill " + order + " needs an engine that survives it, and the trial engine keeps"
                            + " everything in memory: use --engine embedded, for which there must be a temporal program on PATH,"
                            + " or Go to build it");
        }
    }

    /** In the report. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
