package io.mddc.upgrade.controlcenter.hold;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** An emergency stop, set or released. */
public record StopRow(
        String stoppedBy,
        String reason,
        Instant since,
        Optional<String> releasedBy,
        Optional<String> releaseReason,
        Optional<Instant> releasedAt) {
    /** Where it stands, as page, terminal, API and workers show it. */
    public String sentence() {
        return releasedAt
                .map(at -> said("Emergency stop released by " + releasedBy.orElse("nobody"), releaseReason.orElse("")))
                .orElseGet(() -> said(
                        "Emergency stop by " + stoppedBy + " since " + since.truncatedTo(ChronoUnit.SECONDS), reason));
    }

    private static String said(String what, String why) {
        return why.isEmpty() ? what + "." : what + ": " + why + (why.endsWith(".") ? "" : ".");
    }
}
