package io.mddc.upgrade.controlcenter.terminal;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Times as people read them, in the zone of the terminal. */
final class Spoken {
    private static final DateTimeFormatter CLOCK =
            DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT).withZone(ZoneId.systemDefault());

    private Spoken() {}

    static String clock(Instant at) {
        return CLOCK.format(at);
    }

    /** With its day when it is another one than today. */
    static String near(Instant at) {
        var zone = ZoneId.systemDefault();
        var day = at.atZone(zone).toLocalDate();
        return day.equals(LocalDate.now(zone)) ? clock(at) : day + " " + clock(at);
    }

    /** {@code 4 s}, {@code 3:10}, {@code 1:02:03}. Two clocks may differ, so less than nothing is nothing. */
    static String length(Instant begin, Instant end) {
        var length = end.isBefore(begin) ? Duration.ZERO : Duration.between(begin, end);
        if (length.toHours() > 0) {
            return String.format(
                    Locale.ROOT, "%d:%02d:%02d", length.toHours(), length.toMinutesPart(), length.toSecondsPart());
        }
        if (length.toMinutes() > 0) {
            return String.format(Locale.ROOT, "%d:%02d", length.toMinutes(), length.toSecondsPart());
        }
        return length.toSeconds() + " s";
    }
}
