package io.mddc.upgrade.window;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Two calendars that other products have, kept to see that the simulation finds what is wrong with them. */
final class WrongCalendars {
    private static final Map<String, String> IN_WINTER = Map.of(
            "Europe/Berlin", "Etc/GMT-1",
            "America/New_York", "Etc/GMT+5",
            "America/Santiago", "Etc/GMT+4");

    private WrongCalendars() {}

    /** Asks the day and the time of day apart, so that Saturday 22:00 for 6 h is open on Saturday at 02:00. */
    static SimulatedUpgrades.Chooser byCalendarDay(WindowCalendar calendar) {
        return (now, needed) -> {
            int minute = WallClock.minute(now);
            while (minute < WallClock.MINUTES) {
                int begin = minute;
                while (minute < WallClock.MINUTES && isOpenByCalendarDay(calendar, WallClock.instant(minute))) {
                    minute++;
                }
                if (minute > begin && minute - begin >= needed.toMinutes()) {
                    return Optional.of(new Opening(
                            List.of(), ZoneId.of("UTC"), WallClock.instant(begin), WallClock.instant(minute)));
                }
                minute++;
            }
            return Optional.empty();
        };
    }

    /** Whether the wrong one means the same window: weekly, shorter than a day. */
    static boolean isKnownByCalendarDay(WindowCalendar calendar) {
        return calendar.windows().stream()
                .allMatch(window -> window.recurrence() instanceof Recurrence.Weekly
                        && window.duration().compareTo(Duration.ofDays(1)) < 0);
    }

    private static boolean isOpenByCalendarDay(WindowCalendar calendar, Instant now) {
        return calendar.blackoutAt(now).isEmpty()
                && calendar.windows().stream().anyMatch(window -> {
                    var weekly = (Recurrence.Weekly) window.recurrence();
                    var local = now.atZone(window.zone());
                    var end = weekly.time().plus(window.duration());
                    boolean begun = !local.toLocalTime().isBefore(weekly.time());
                    boolean ended = !local.toLocalTime().isBefore(end);
                    return weekly.days().contains(local.getDayOfWeek())
                            && (end.isBefore(weekly.time()) ? begun || !ended : begun && !ended);
                });
    }

    /** Keeps the offset that a zone has in winter. */
    static SimulatedUpgrades.Chooser byFixedOffset(WindowCalendar calendar) {
        var fixed = calendar.windows().stream()
                .map(window -> new MaintenanceWindow(
                        window.name(),
                        ZoneId.of(IN_WINTER.getOrDefault(
                                window.zone().getId(), window.zone().getId())),
                        window.recurrence(),
                        window.duration()))
                .toList();
        return new WindowCalendar(fixed, calendar.blackouts())::nextFitting;
    }
}
