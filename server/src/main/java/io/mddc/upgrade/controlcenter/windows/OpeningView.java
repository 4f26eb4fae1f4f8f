package io.mddc.upgrade.controlcenter.windows;

import io.mddc.upgrade.window.Opening;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;

/**
 * An opening as the API shows it.
 *
 * @param localOpens the same as the clock shows it there, with its offset from UTC on that day
 */
public record OpeningView(
        Instant opens, Instant closes, ZoneId zone, OffsetDateTime localOpens, OffsetDateTime localCloses) {
    static OpeningView of(Opening opening) {
        var zone = opening.zone();
        return new OpeningView(
                opening.opens(),
                opening.closes(),
                zone,
                opening.opens().atZone(zone).toOffsetDateTime(),
                opening.closes().atZone(zone).toOffsetDateTime());
    }
}
