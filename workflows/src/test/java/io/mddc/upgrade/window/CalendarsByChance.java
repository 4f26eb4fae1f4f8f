package io.mddc.upgrade.window;

import io.mddc.upgrade.cluster.Tries;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Windows and blackouts of all kinds, often where clocks are changed. All of it in whole minutes. */
final class CalendarsByChance {
    /** Put forward in March, in September at midnight, in October by half an hour, and never. */
    static final List<ZoneId> ZONES = Stream.of(
                    "Europe/Berlin", "America/New_York", "America/Santiago", "Asia/Kolkata", "Australia/Lord_Howe")
            .map(ZoneId::of)
            .toList();

    private static final List<LocalTime> TIMES = Stream.of(
                    "00:00", "00:15", "00:30", "01:00", "01:30", "01:45", "02:00", "02:10", "02:30", "02:59", "03:00",
                    "04:00", "12:00", "20:00", "22:00", "23:30", "23:59")
            .map(LocalTime::parse)
            .toList();
    private static final int DAYS = 730;
    private static final LocalDate FIRST_DAY = LocalDate.of(2026, 1, 1);

    static final Map<ZoneId, WallClock> CLOCKS =
            ZONES.stream().collect(Collectors.toMap(Function.identity(), zone -> new WallClock(zone, TIMES)));

    private final SplittableRandom random;

    CalendarsByChance(SplittableRandom random) {
        this.random = random;
    }

    WindowCalendar calendar() {
        var windows = IntStream.rangeClosed(1, random.nextInt(1, 4)).mapToObj(this::window);
        var blackouts = IntStream.range(0, random.nextInt(4)).mapToObj(any -> blackout());
        return new WindowCalendar(windows.toList(), blackouts.toList());
    }

    /** A minute of the two years. */
    Instant instant() {
        return FIRST_DAY.atStartOfDay(ZoneId.of("UTC")).toInstant().plusSeconds(random.nextInt(DAYS * 1_440) * 60L);
    }

    private MaintenanceWindow window(int n) {
        var minutes = Tries.rarely(random, 5) ? random.nextInt(1_440, 5_000) : random.nextInt(15, 600);
        return new MaintenanceWindow(
                "window " + n, Tries.pick(random, ZONES), recurrence(), Duration.ofMinutes(minutes));
    }

    private Recurrence recurrence() {
        var time = Tries.pick(random, TIMES);
        return switch (random.nextInt(6)) {
            case 0 -> new Recurrence.MonthlyDay(random.nextInt(1, 32), time);
            case 1 -> new Recurrence.MonthlyWeekday(Tries.pick(random, List.of(Recurrence.Week.values())), day(), time);
            case 2 ->
                new Recurrence.Once(FIRST_DAY.plusDays(random.nextInt(DAYS)).atTime(time));
            default ->
                new Recurrence.Weekly(
                        Stream.generate(this::day).limit(random.nextInt(1, 4)).toList(), time);
        };
    }

    private DayOfWeek day() {
        return Tries.rarely(random, 3) ? DayOfWeek.SUNDAY : Tries.pick(random, List.of(DayOfWeek.values()));
    }

    private Blackout blackout() {
        var from = instant();
        return new Blackout(from, from.plusSeconds(random.nextInt(1, 20_000) * 60L), "by chance");
    }
}
