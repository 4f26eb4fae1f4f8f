package io.mddc.upgrade.controlcenter.console;

import io.mddc.upgrade.eta.Eta;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Instants as people read them, in one zone that is always named, and the time up to now. */
record Moments(ZoneId zone, Instant now) {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss zzz", Locale.ROOT);
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);

    /** {@code 2026-11-22 14:20:05 CET}. */
    String day(Instant at) {
        return DAY.format(at.atZone(zone));
    }

    /** {@code 14:20:05}; the zone is said once on the page. */
    String clock(Instant at) {
        return CLOCK.format(at.atZone(zone));
    }

    /** {@code ETA 14:20:05 CET (±6 min)}, or that nobody can say. */
    String eta(Eta eta) {
        return eta.expected()
                .map(at -> "ETA " + near(at) + " (" + eta.margin() + ")")
                .or(() -> eta.earliest().map(at -> "not before " + near(at)))
                .orElse("no ETA");
    }

    /** With its day when it is another one. */
    private String near(Instant at) {
        var isToday = at.atZone(zone).toLocalDate().equals(now.atZone(zone).toLocalDate());
        return isToday ? clock(at) + " " + zoneName() : day(at);
    }

    String zoneName() {
        return DateTimeFormatter.ofPattern("zzz", Locale.ROOT).format(now.atZone(zone));
    }

    /** {@code 4 s}, {@code 3:10}, {@code 1:02:03}. */
    static String length(Instant begin, Instant end) {
        var length = end.isBefore(begin) ? Duration.ZERO : Duration.between(begin, end);
        var minutesAndSeconds = String.format(Locale.ROOT, "%02d:%02d", length.toMinutesPart(), length.toSecondsPart());
        if (length.toHours() > 0) {
            return length.toHours() + ":" + minutesAndSeconds;
        }
        return length.toMinutes() > 0 ? minutesAndSeconds.replaceFirst("^0", "") : length.toSeconds() + " s";
    }
}
