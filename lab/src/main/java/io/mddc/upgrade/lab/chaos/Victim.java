package io.mddc.upgrade.lab.chaos;

import static java.util.stream.Collectors.joining;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What can be killed. */
public enum Victim {
    CONTROL_CENTER,
    /** The worker on the unit's host. */
    WORKER,
    ENGINE,
    /** The process of the instance under upgrade. */
    INSTANCE,
    /** Control center, workers and engine; never a Core or the shared services. */
    EVERYTHING;

    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<Victim> of(String word) {
        return Arrays.stream(values())
                .filter(victim -> victim.word().equals(word))
                .findFirst();
    }

    static String allowed() {
        return Arrays.stream(values()).map(Victim::word).collect(joining(", "));
    }
}
