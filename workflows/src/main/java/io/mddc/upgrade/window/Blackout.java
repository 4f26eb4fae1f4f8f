package io.mddc.upgrade.window;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import java.time.Instant;

/** A time in which no window is open, whatever the windows say. */
public record Blackout(Instant from, Instant to, String reason) {
    private static final int LONGEST_REASON = 500;

    public Blackout {
        requireNonNull(from, "from");
        requireNonNull(to, "to");
        checkArgument(to.isAfter(from), "to is %s: allowed is what comes after from, which is %s", to, from);
        checkArgument(
                reason != null && !reason.isBlank() && reason.length() <= LONGEST_REASON,
                "reason is '%s': allowed is 1 to %s characters",
                reason,
                LONGEST_REASON);
    }

    boolean holdsAt(Instant instant) {
        return !instant.isBefore(from) && instant.isBefore(to);
    }
}
