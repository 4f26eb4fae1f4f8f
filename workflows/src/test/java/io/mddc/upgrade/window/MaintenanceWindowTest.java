package io.mddc.upgrade.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mddc.upgrade.json.UpgradeJson;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class MaintenanceWindowTest {
    private static final Instant NEW_YEAR = Instant.parse("2026-01-01T00:00:00Z");

    static MaintenanceWindow window(String zone, Recurrence recurrence, String duration) {
        return new MaintenanceWindow("night", ZoneId.of(zone), recurrence, Duration.parse(duration));
    }

    static MaintenanceWindow weekly(String zone, DayOfWeek day, String time, String duration) {
        return window(zone, new Recurrence.Weekly(List.of(day), LocalTime.parse(time)), duration);
    }

    private static List<String> opens(MaintenanceWindow window, Instant after, int count) {
        return window.openings(after)
                .limit(count)
                .map(opening -> opening.opens() + " " + opening.closes())
                .toList();
    }

    @Test
    void aSaturdayNightIsOpenOnSundayAtTwoAndClosedOnSaturdayAtTwo() {
        var calendar =
                new WindowCalendar(List.of(weekly("Europe/Berlin", DayOfWeek.SATURDAY, "22:00", "PT6H")), List.of());

        assertThat(calendar.openAt(Instant.parse("2026-11-22T01:00:00Z"))).isPresent();
        assertThat(calendar.openAt(Instant.parse("2026-11-21T01:00:00Z"))).isEmpty();
        assertThat(calendar.openAt(Instant.parse("2026-11-21T21:00:00Z"))).isPresent();
        assertThat(calendar.openAt(Instant.parse("2026-11-21T20:59:59Z"))).isEmpty();
        assertThat(calendar.openAt(Instant.parse("2026-11-22T02:59:59Z"))).isPresent();
        assertThat(calendar.openAt(Instant.parse("2026-11-22T03:00:00Z"))).isEmpty();
    }

    /** Columns: zone, first and second opening and closing around the day on which its clock changes. */
    @ParameterizedTest
    @CsvSource({
        // 02:00 to 03:00 is left out, and on another day comes twice.
        "Europe/Berlin,       02:30, PT2H, 2026-03-29T01:00:00Z 2026-03-29T03:00:00Z",
        "Europe/Berlin,       02:00, PT2H, 2026-03-29T01:00:00Z 2026-03-29T03:00:00Z",
        "Europe/Berlin,       01:59, PT2H, 2026-03-29T00:59:00Z 2026-03-29T02:59:00Z",
        "Europe/Berlin,       02:30, PT2H, 2026-10-25T00:30:00Z 2026-10-25T02:30:00Z",
        "Europe/Berlin,       03:00, PT2H, 2026-10-25T02:00:00Z 2026-10-25T04:00:00Z",
        "America/New_York,    02:15, PT1H, 2026-03-08T07:00:00Z 2026-03-08T08:00:00Z",
        "America/New_York,    01:15, PT1H, 2026-11-01T05:15:00Z 2026-11-01T06:15:00Z",
        // Half an hour, and Sunday begins at one there.
        "Australia/Lord_Howe, 02:10, PT1H, 2026-10-03T15:30:00Z 2026-10-03T16:30:00Z",
        "Australia/Lord_Howe, 01:45, PT1H, 2026-04-04T14:45:00Z 2026-04-04T15:45:00Z",
        "America/Santiago,    00:30, PT1H, 2026-09-06T04:00:00Z 2026-09-06T05:00:00Z",
        "Asia/Kolkata,        00:30, PT1H, 2026-03-28T19:00:00Z 2026-03-28T20:00:00Z"
    })
    void opensWhenTheClockFirstShowsItAndForARealDuration(String zone, String time, String duration, String expected) {
        var before = Instant.parse(expected.substring(0, 20)).minus(Duration.ofHours(12));

        assertThat(opens(weekly(zone, DayOfWeek.SUNDAY, time, duration), before, 1))
                .containsExactly(expected);
    }

    @Test
    void opensOnceWhereTheClockShowsItsTimeTwice() {
        assertThat(opens(
                        weekly("Europe/Berlin", DayOfWeek.SUNDAY, "02:30", "PT15M"),
                        Instant.parse("2026-10-24T00:00:00Z"),
                        2))
                .containsExactly(
                        "2026-10-25T00:30:00Z 2026-10-25T00:45:00Z", "2026-11-01T01:30:00Z 2026-11-01T01:45:00Z");
    }

    @Test
    void aWindowOverTheChangeOfTheClockLastsAsLongAsAnyOther() {
        assertThat(opens(
                        weekly("Europe/Berlin", DayOfWeek.SATURDAY, "22:00", "PT6H"),
                        Instant.parse("2026-03-27T00:00:00Z"),
                        1))
                .containsExactly("2026-03-28T21:00:00Z 2026-03-29T03:00:00Z");
    }

    @Test
    void monthsWithoutTheDayHaveNoOpening() {
        assertThat(opens(window("UTC", new Recurrence.MonthlyDay(31, LocalTime.MIDNIGHT), "PT1H"), NEW_YEAR, 3))
                .containsExactly(
                        "2026-01-31T00:00:00Z 2026-01-31T01:00:00Z",
                        "2026-03-31T00:00:00Z 2026-03-31T01:00:00Z",
                        "2026-05-31T00:00:00Z 2026-05-31T01:00:00Z");
    }

    @ParameterizedTest
    @CsvSource({
        "FIRST,  2026-02-01, 2026-03-01",
        "SECOND, 2026-02-08, 2026-03-08",
        "THIRD,  2026-02-15, 2026-03-15",
        "FOURTH, 2026-02-22, 2026-03-22",
        "LAST,   2026-02-22, 2026-03-29"
    })
    void opensOnTheNthWeekdayOfAMonth(Recurrence.Week week, String february, String march) {
        var recurrence = new Recurrence.MonthlyWeekday(week, DayOfWeek.SUNDAY, LocalTime.of(4, 0));

        assertThat(window("UTC", recurrence, "PT1H")
                        .openings(Instant.parse("2026-02-01T00:00:00Z"))
                        .limit(2)
                        .map(opening -> opening.opens().toString()))
                .containsExactly(february + "T04:00:00Z", march + "T04:00:00Z");
    }

    @Test
    void aSingleWindowOpensOnceAndNeverAgain() {
        var window = window("America/New_York", new Recurrence.Once(LocalDateTime.parse("2026-11-22T22:00")), "PT2H");

        assertThat(opens(window, NEW_YEAR, 9)).containsExactly("2026-11-23T03:00:00Z 2026-11-23T05:00:00Z");
        assertThat(opens(window, Instant.parse("2026-11-23T04:59:59Z"), 9)).hasSize(1);
        assertThat(opens(window, Instant.parse("2026-11-23T05:00:00Z"), 9)).isEmpty();
    }

    @Test
    void mayLastForDays() {
        var window = weekly("UTC", DayOfWeek.FRIDAY, "20:00", "P10D");

        assertThat(opens(window, Instant.parse("2026-11-22T00:00:00Z"), 2))
                .containsExactly(
                        "2026-11-13T20:00:00Z 2026-11-23T20:00:00Z", "2026-11-20T20:00:00Z 2026-11-30T20:00:00Z");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "'zone':'+02:00'      | zone is '+02:00': allowed is a name of the IANA database such as Europe/Berlin",
                "'duration':'PT0S'    | duration is PT0S: allowed is more than PT0S and at most P366D",
                "'duration':'-PT1H'   | duration is PT-1H: allowed is more than PT0S and at most P366D",
                "'duration':'P367D'   | duration is PT8808H: allowed is more than PT0S and at most P366D",
                "'name':' '           | name is ' ': allowed is 1 to 100 characters",
                "'recurrence':{'kind':'MONTHLY_DAY','day':32,'time':'22:00'} | day is 32: allowed is 1 to 31",
                "'recurrence':{'kind':'MONTHLY_DAY','day':0,'time':'22:00'}  | day is 0: allowed is 1 to 31",
                "'recurrence':{'kind':'WEEKLY','days':[],'time':'22:00'}     | days is empty: allowed is at least one, such as"
                        + " SATURDAY"
            })
    void refusesWhatCannotBeAndSaysWhatIsAllowed(String bad, String sentence) throws Exception {
        var mapper = UpgradeJson.mapper();
        var once = new Recurrence.Once(LocalDateTime.parse("2026-11-22T22:00"));
        ObjectNode json = mapper.valueToTree(window("UTC", once, "PT1H"));
        json.setAll((ObjectNode) mapper.readTree("{" + bad.replace('\'', '"') + "}"));

        assertThatThrownBy(() -> mapper.treeToValue(json, MaintenanceWindow.class))
                .hasMessageContaining(sentence);
    }

    static Stream<Recurrence> recurrences() {
        var night = LocalTime.of(22, 0);
        return Stream.of(
                new Recurrence.Weekly(List.of(DayOfWeek.SUNDAY, DayOfWeek.MONDAY, DayOfWeek.SUNDAY), night),
                new Recurrence.MonthlyDay(31, night),
                new Recurrence.MonthlyWeekday(Recurrence.Week.LAST, DayOfWeek.SUNDAY, night),
                new Recurrence.Once(LocalDateTime.parse("2026-11-22T22:00")));
    }

    @ParameterizedTest
    @MethodSource("recurrences")
    void isReadAsItWasWritten(Recurrence recurrence) throws Exception {
        var mapper = UpgradeJson.mapper();
        var calendar = new WindowCalendar(
                List.of(window("Europe/Berlin", recurrence, "PT1H")),
                List.of(new Blackout(NEW_YEAR, NEW_YEAR.plusSeconds(1), "why")));

        assertThat(mapper.readValue(mapper.writeValueAsBytes(calendar), WindowCalendar.class))
                .isEqualTo(calendar);
    }
}
