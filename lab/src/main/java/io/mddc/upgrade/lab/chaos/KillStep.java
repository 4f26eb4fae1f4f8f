package io.mddc.upgrade.lab.chaos;

import static java.util.stream.Collectors.joining;

import io.mddc.upgrade.run.Step;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** When something can be killed: the steps of a unit, and what happens around units. */
public enum KillStep {
    UPLOAD(Where.UNIT),
    DRAIN(Where.UNIT),
    INSTALL(Where.UNIT),
    VERIFY(Where.UNIT),
    MONITOR(Where.UNIT),
    WAY_BACK(Where.UNIT),
    /** A component's turn comes. */
    STAGE(Where.UPGRADE),
    /** Gateways are being closed. */
    MAINTENANCE_ENTER(Where.MAINTENANCE),
    /** Cores are being stopped. */
    STOP_DEPENDANTS(Where.MAINTENANCE),
    /** The data is being copied: the unit is in work, its installer is not. */
    BACKUP(Where.MAINTENANCE),
    /** Cores are being started. */
    START_DEPENDANTS(Where.MAINTENANCE),
    /** Gateways are being opened. */
    MAINTENANCE_LEAVE(Where.MAINTENANCE);

    private final Where where;

    private enum Where {
        UNIT,
        UPGRADE,
        MAINTENANCE
    }

    KillStep(Where where) {
        this.where = where;
    }

    public static KillStep of(Step step) {
        return valueOf(step.name());
    }

    /** The one that begins with that phase of maintenance; empty when none does. */
    public static Optional<KillStep> ofPhase(String phase) {
        return switch (phase) {
            case "CLOSING" -> Optional.of(MAINTENANCE_ENTER);
            case "STOPPING" -> Optional.of(STOP_DEPENDANTS);
            case "STARTING" -> Optional.of(START_DEPENDANTS);
            case "OPENING" -> Optional.of(MAINTENANCE_LEAVE);
            default -> Optional.empty();
        };
    }

    /** As it is typed. */
    String word() {
        return this == WAY_BACK ? "wayback" : name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<KillStep> of(String word) {
        return Arrays.stream(values()).filter(step -> step.word().equals(word)).findFirst();
    }

    static String allowed() {
        return Arrays.stream(values()).map(KillStep::word).collect(joining(", "));
    }

    /** It is one instance's; an order names whose step it waits for. Of the others an order names what is killed. */
    public boolean isOfUnit() {
        return where == Where.UNIT;
    }

    /** It comes only where the system is closed. */
    public boolean isOfMaintenance() {
        return where == Where.MAINTENANCE;
    }
}
