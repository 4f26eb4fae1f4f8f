package io.mddc.upgrade.window;

import io.mddc.upgrade.plan.Estimate;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Why something goes now or later, in the words of those who wait for it. */
record FitSentence(String what, Duration needed, WindowCalendar calendar, Instant now) {
    private static final DateTimeFormatter LOCAL =
            DateTimeFormatter.ofPattern("EEE d MMM uuuu HH:mm VV", Locale.ENGLISH);

    String fits(Opening opening) {
        return "%s needs %s (p90), and the window %s closes in %s"
                .formatted(what, Estimate.inWords(needed), names(opening), until(opening.closes()));
    }

    String later(Opening opening) {
        return "%s needs %s (p90) and %s: it goes at %s"
                .formatted(what, Estimate.inWords(needed), hindrance(), local(opening.opens(), opening.zone()));
    }

    String never() {
        return "%s needs %s (p90) and %s, nor does one that opens within %d days last as long: a longer window is needed"
                .formatted(what, Estimate.inWords(needed), hindrance(), WindowCalendar.HORIZON.toDays());
    }

    private String hindrance() {
        if (calendar.windows().isEmpty()) {
            return "there is no maintenance window";
        }
        return calendar.openAt(now)
                .map(open -> "the window " + names(open) + " closes in " + until(open.closes()))
                .or(() -> calendar.blackoutAt(now).map(blackout -> "there is a blackout (" + blackout.reason() + ")"))
                .orElse("no window is open");
    }

    private String until(Instant closes) {
        return Estimate.inWords(Duration.between(now, closes));
    }

    private static String names(Opening opening) {
        return "'" + String.join("' and '", opening.windows()) + "'";
    }

    private static String local(Instant instant, ZoneId zone) {
        return LOCAL.format(instant.atZone(zone));
    }
}
