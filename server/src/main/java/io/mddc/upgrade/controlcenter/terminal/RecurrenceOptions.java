package io.mddc.upgrade.controlcenter.terminal;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import picocli.CommandLine.Option;

/** How often a window opens: one of these. What is allowed in them says the control center. */
final class RecurrenceOptions {
    private static final Pattern WEEK_AND_DAY = Pattern.compile("([A-Z]+)-([A-Z]+)");

    @Option(
            names = "--weekly",
            required = true,
            paramLabel = "DAY[,DAY]",
            description = "On these days, such as saturday,sunday")
    private String weekly = "";

    @Option(
            names = "--monthly",
            required = true,
            paramLabel = "DAY",
            description = "On this day, such as 15, or such as second-sunday or last-friday")
    private String monthly = "";

    @Option(
            names = "--once",
            required = true,
            paramLabel = "DATE-TIME",
            description = "This one time, such as 2026-11-22T22:00 in its zone; no --at")
    private String once = "";

    /**
     * @param time of the day; not looked at for a single time
     */
    Map<String, Object> toJson(String time) {
        if (!once.isEmpty()) {
            return Map.of("kind", "ONCE", "at", once);
        }
        if (!weekly.isEmpty()) {
            return Map.of("kind", "WEEKLY", "days", upper(weekly).split(","), "time", time);
        }
        var named = WEEK_AND_DAY.matcher(upper(monthly));
        return named.matches()
                ? Map.of("kind", "MONTHLY_WEEKDAY", "week", named.group(1), "weekday", named.group(2), "time", time)
                : Map.of("kind", "MONTHLY_DAY", "day", monthly, "time", time);
    }

    private static String upper(String text) {
        return text.toUpperCase(Locale.ROOT);
    }
}
