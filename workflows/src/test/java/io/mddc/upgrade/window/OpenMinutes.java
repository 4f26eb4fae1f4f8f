package io.mddc.upgrade.window;

import static java.util.Objects.requireNonNull;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Each minute of two years, open or not, painted day by day by people's reading of a window: the second opinion that a calendar is
 * held against. It shares nothing with the calendar but the records that describe windows.
 */
final class OpenMinutes {
    private final BitSet open = new BitSet(WallClock.MINUTES);
    private final Map<ZoneId, WallClock> clocks;

    OpenMinutes(WindowCalendar calendar, Map<ZoneId, WallClock> clocks) {
        this.clocks = clocks;
        calendar.windows().forEach(this::paint);
        calendar.blackouts()
                .forEach(blackout -> open.clear(WallClock.minute(blackout.from()), WallClock.minute(blackout.to())));
    }

    boolean isOpen(int from, int to) {
        return closes(from) >= to;
    }

    /** The first minute from there on that is not open. */
    int closes(int from) {
        return open.nextClearBit(from);
    }

    /** The first minute before the limit from which on so many are open; the limit when there is none. */
    int firstFitting(int from, int needed, int limit) {
        int begin = open.nextSetBit(from);
        while (begin >= 0 && begin < limit) {
            int closes = closes(begin);
            if (closes - begin >= needed) {
                return begin;
            }
            begin = open.nextSetBit(closes);
        }
        return limit;
    }

    private void paint(MaintenanceWindow window) {
        var recurrence = window.recurrence();
        if (recurrence instanceof Recurrence.Weekly weekly) {
            paint(
                    window,
                    weekly.time().atDate(LocalDate.EPOCH),
                    day -> weekly.days().contains(weekday(day)));
        } else if (recurrence instanceof Recurrence.MonthlyDay monthly) {
            paint(window, monthly.time().atDate(LocalDate.EPOCH), day -> day.getDayOfMonth() == monthly.day());
        } else if (recurrence instanceof Recurrence.MonthlyWeekday monthly) {
            paint(
                    window,
                    monthly.time().atDate(LocalDate.EPOCH),
                    day -> weekday(day) == monthly.weekday() && isWeek(day, monthly.week()));
        } else if (recurrence instanceof Recurrence.Once once) {
            paint(window, once.at(), day -> day.equals(once.at().toLocalDate()));
        }
    }

    private void paint(MaintenanceWindow window, LocalDateTime time, Predicate<LocalDate> opens) {
        var clock = requireNonNull(clocks.get(window.zone()), "a zone without a clock");
        int length = (int) window.duration().toMinutes();
        var last = LocalDate.of(2028, 1, 1);
        for (var day = LocalDate.of(2025, 10, 2); !day.isAfter(last); day = day.plusDays(1)) {
            if (opens.test(day)) {
                int begin = clock.firstShown(day, time.toLocalTime());
                open.set(begin, begin + length);
            }
        }
    }

    /** The first of January 1970 was a Thursday. */
    private static DayOfWeek weekday(LocalDate day) {
        return DayOfWeek.THURSDAY.plus(day.toEpochDay());
    }

    private static boolean isWeek(LocalDate day, Recurrence.Week week) {
        return week == Recurrence.Week.LAST
                ? day.getDayOfMonth() + 7 > day.lengthOfMonth()
                : List.of(Recurrence.Week.values()).indexOf(week) == (day.getDayOfMonth() - 1) / 7;
    }
}
