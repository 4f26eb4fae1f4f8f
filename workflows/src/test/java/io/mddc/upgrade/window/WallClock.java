package io.mddc.upgrade.window;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What the clock on a wall of a zone shows, minute by minute, for two years and a margin before them. It knows the zone's offset of
 * each minute and nothing else: no gap, no overlap, no rule of when they are.
 */
final class WallClock {
    static final Instant BEGIN = Instant.parse("2025-10-01T00:00:00Z");
    static final int MINUTES = (int) BEGIN.until(Instant.parse("2028-01-01T00:00:00Z"), ChronoUnit.MINUTES);

    private static final int DAY = 1_440;
    private static final long FIRST_MINUTE = BEGIN.getEpochSecond() / 60;

    private final Map<Integer, Map<Integer, Integer>> firstShown = new HashMap<>();

    /**
     * @param times those of the day that will be asked for
     */
    WallClock(ZoneId zone, List<LocalTime> times) {
        times.forEach(time -> firstShown.put(minuteOfDay(time), new HashMap<>()));
        int shown = local(zone, 0) - 1;
        for (int minute = 0; minute < MINUTES; minute++) {
            for (int now = local(zone, minute); shown < now; ) {
                shown++;
                var days = firstShown.get(shown % DAY);
                if (days != null) {
                    days.put(shown / DAY, minute);
                }
            }
        }
    }

    /** The first minute at which it had come to that time of that day; past the end when it has not. */
    int firstShown(LocalDate day, LocalTime time) {
        return requireNonNull(firstShown.get(minuteOfDay(time)), "a time that was not named")
                .getOrDefault((int) day.toEpochDay(), MINUTES);
    }

    static Instant instant(int minute) {
        return BEGIN.plusSeconds(minute * 60L);
    }

    static int minute(Instant instant) {
        return (int) ((instant.getEpochSecond() - BEGIN.getEpochSecond()) / 60);
    }

    private static int local(ZoneId zone, int minute) {
        return (int) (FIRST_MINUTE + minute)
                + zone.getRules().getOffset(instant(minute)).getTotalSeconds() / 60;
    }

    private static int minuteOfDay(LocalTime time) {
        return time.getHour() * 60 + time.getMinute();
    }
}
