package io.mddc.upgrade.window;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.List;
import java.util.stream.Stream;

/**
 * A time that recurs, in which an upgrade may touch what people would notice.
 *
 * <p>A window belongs to the instant it opens at: one of Saturday 22:00 that lasts 6 h is open on Sunday at 02:00 and closed
 * on Saturday at 02:00. It opens at the first instant at which its zone's clock has come to that time. So where the clock is put
 * forward over it, it opens as the clock is put forward, and where the clock shows a time twice, it opens once, at the first.
 * From there on it is open for a real duration, whatever the clock does: nobody's install gets shorter because a clock is put
 * forward.
 *
 * @param name for people
 * @param zone by its name in the IANA database, because a fixed offset is wrong for half of the year
 * @param duration of any length, over midnight and over days
 */
public record MaintenanceWindow(String name, ZoneId zone, Recurrence recurrence, Duration duration) {
    private static final int LONGEST_NAME = 100;
    private static final Duration LONGEST = Duration.ofDays(366);

    public MaintenanceWindow {
        checkArgument(
                name != null && !name.isBlank() && name.length() <= LONGEST_NAME,
                "name is '%s': allowed is 1 to %s characters",
                name,
                LONGEST_NAME);
        requireNonNull(zone, "zone");
        checkArgument(
                ZoneId.getAvailableZoneIds().contains(zone.getId()),
                "zone is '%s': allowed is a name of the IANA database such as Europe/Berlin",
                zone);
        requireNonNull(recurrence, "recurrence");
        checkArgument(
                duration != null && !duration.isZero() && !duration.isNegative() && duration.compareTo(LONGEST) <= 0,
                "duration is %s: allowed is more than PT0S and at most P%sD",
                duration,
                LONGEST.toDays());
    }

    /** Those that have not closed at this instant, in their order; without an end where the window recurs. */
    public Stream<Opening> openings(Instant after) {
        var earliest = LocalDateTime.ofInstant(after.minus(duration), zone).toLocalDate();
        return recurrence
                .times(earliest)
                .map(this::opensAt)
                .map(opens -> new Opening(List.of(name), zone, opens, opens.plus(duration)))
                .filter(opening -> opening.closes().isAfter(after));
    }

    private Instant opensAt(LocalDateTime time) {
        ZoneOffsetTransition change = zone.getRules().getTransition(time);
        return change != null && change.isGap()
                ? change.getInstant()
                : time.atZone(zone).toInstant();
    }
}
