package io.mddc.upgrade.window;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;

/** The local times at which a window opens, as the clock on the wall shows them. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Recurrence.Weekly.class, name = "WEEKLY"),
    @JsonSubTypes.Type(value = Recurrence.MonthlyDay.class, name = "MONTHLY_DAY"),
    @JsonSubTypes.Type(value = Recurrence.MonthlyWeekday.class, name = "MONTHLY_WEEKDAY"),
    @JsonSubTypes.Type(value = Recurrence.Once.class, name = "ONCE")
})
public sealed interface Recurrence {
    /** In their order, none before this day; without an end where it recurs. */
    Stream<LocalDateTime> times(LocalDate from);

    /** On these days of each week. */
    record Weekly(List<DayOfWeek> days, LocalTime time) implements Recurrence {
        public Weekly {
            checkArgument(days != null && !days.isEmpty(), "days is empty: allowed is at least one, such as SATURDAY");
            days = List.copyOf(new TreeSet<>(days));
            requireNonNull(time, "time");
        }

        @Override
        public Stream<LocalDateTime> times(LocalDate from) {
            return Stream.iterate(from, day -> day.plusDays(1))
                    .filter(day -> days.contains(day.getDayOfWeek()))
                    .map(day -> day.atTime(time));
        }
    }

    /** On this day of each month that has it. */
    record MonthlyDay(int day, LocalTime time) implements Recurrence {
        private static final int LONGEST_MONTH = 31;

        public MonthlyDay {
            checkArgument(day >= 1 && day <= LONGEST_MONTH, "day is %s: allowed is 1 to %s", day, LONGEST_MONTH);
            requireNonNull(time, "time");
        }

        @Override
        public Stream<LocalDateTime> times(LocalDate from) {
            return monthly(
                    from,
                    time,
                    month -> Stream.of(month)
                            .filter(any -> month.isValidDay(day))
                            .map(any -> month.atDay(day)));
        }
    }

    /** Such as on the second Sunday of each month. */
    record MonthlyWeekday(Week week, DayOfWeek weekday, LocalTime time) implements Recurrence {
        public MonthlyWeekday {
            requireNonNull(week, "week");
            requireNonNull(weekday, "weekday");
            requireNonNull(time, "time");
        }

        @Override
        public Stream<LocalDateTime> times(LocalDate from) {
            return monthly(
                    from,
                    time,
                    month -> Stream.of(
                            month.atDay(1).with(TemporalAdjusters.dayOfWeekInMonth(week.ordinalInMonth, weekday))));
        }
    }

    /** One single time. */
    record Once(LocalDateTime at) implements Recurrence {
        public Once {
            requireNonNull(at, "at");
        }

        @Override
        public Stream<LocalDateTime> times(LocalDate from) {
            return Stream.of(at).filter(time -> !time.toLocalDate().isBefore(from));
        }
    }

    /** Which of a month's days with the same name; each month has these. */
    enum Week {
        FIRST(1),
        SECOND(2),
        THIRD(3),
        FOURTH(4),
        LAST(-1);

        private final int ordinalInMonth;

        Week(int ordinalInMonth) {
            this.ordinalInMonth = ordinalInMonth;
        }
    }

    private static Stream<LocalDateTime> monthly(
            LocalDate from, LocalTime time, Function<YearMonth, Stream<LocalDate>> days) {
        return Stream.iterate(YearMonth.from(from), month -> month.plusMonths(1))
                .flatMap(days)
                .filter(day -> !day.isBefore(from))
                .map(day -> day.atTime(time));
    }
}
