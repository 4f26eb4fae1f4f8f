package io.mddc.upgrade.lab.ledger;

import static com.google.common.base.Preconditions.checkArgument;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * Why Cores went away other than by the upgrade, so that a FAILED file is charged to exactly one cause: a kill of its Core
 * while it was there, else the Core's own end by a bad version while it was there, else the upgrade. A Core of a bad version
 * that the upgrade stops in mid-file is the upgrade's fault like any other.
 *
 * @param lease so long nobody knows that a Core is gone, and files are given to it still
 */
public record Blame(List<Gone> killed, List<Gone> died, Duration lease) {
    public static final Blame NOBODY = new Blame(List.of(), List.of(), Duration.ZERO);

    public Blame {
        killed = List.copyOf(killed);
        died = List.copyOf(died);
        checkArgument(!lease.isNegative(), "lease is negative: %s", lease);
    }

    /** The process of this instance was there until then: killed by the lab, or ended by itself because it is bad. */
    public record Gone(String instance, Instant at) {}

    Cause of(ServicesEntry failed) {
        if (killed.stream().anyMatch(gone -> wentWith(gone, failed))) {
            return Cause.KILL;
        }
        return died.stream().anyMatch(gone -> wentWith(gone, failed)) ? Cause.PACKAGE : Cause.UPGRADE;
    }

    private boolean wentWith(Gone gone, ServicesEntry failed) {
        return Stream.of(failed)
                .filter(entry -> entry.core().filter(gone.instance()::equals).isPresent())
                .filter(entry -> entry.ended().map(gone.at()::isBefore).orElse(true))
                .flatMap(entry -> entry.taken().stream())
                .anyMatch(taken -> !taken.isAfter(gone.at().plus(lease)));
    }
}
