package io.mddc.upgrade.lab.ledger;

import java.time.Instant;
import java.util.List;

/**
 * What the lab itself did to the Cores, so that a FAILED file is charged to exactly one cause: a kill of its Core while it
 * was there, else a bad package its Core was running, else the upgrade.
 */
public record Blame(List<Killed> kills, List<BadPackage> badPackages) {
    public static final Blame NOBODY = new Blame(List.of(), List.of());

    public Blame {
        kills = List.copyOf(kills);
        badPackages = List.copyOf(badPackages);
    }

    /** The lab killed the process of this instance. */
    public record Killed(String instance, Instant at) {}

    /** The lab gave this instance a package that is bad; it was installed from then on. */
    public record BadPackage(String instance, Instant since) {}

    Cause of(ServicesEntry failed) {
        if (kills.stream().anyMatch(kill -> failed.isInWorkOf(kill.instance(), kill.at()))) {
            return Cause.KILL;
        }
        return badPackages.stream().anyMatch(bad -> ranIt(failed, bad)) ? Cause.PACKAGE : Cause.UPGRADE;
    }

    private static boolean ranIt(ServicesEntry failed, BadPackage bad) {
        return failed.core().filter(bad.instance()::equals).isPresent()
                && failed.ended().filter(end -> end.isAfter(bad.since())).isPresent();
    }
}
