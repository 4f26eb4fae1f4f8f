package io.mddc.upgrade.lab.chaos;

import static java.util.stream.Collectors.joining;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What can be killed. */
public enum Victim {
    CONTROL_CENTER,
    /** The worker on the unit's host. */
    WORKER,
    ENGINE,
    /** The process of the instance under upgrade. */
    INSTANCE,
    /** Control center, workers and engine; never a Core or the shared services. */
    EVERYTHING,
    /** The upgrade's own, in the engine and not its children's: terminated there, it never comes back. */
    WORKFLOW;

    /** The others are processes, which can be killed and started again. */
    private boolean isProcess() {
        return this != WORKFLOW;
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<Victim> of(String word) {
        return processes().filter(victim -> victim.word().equals(word)).findFirst();
    }

    static String allowed() {
        return processes().map(Victim::word).collect(joining(", "));
    }

    private static Stream<Victim> processes() {
        return Arrays.stream(values()).filter(Victim::isProcess);
    }
}
