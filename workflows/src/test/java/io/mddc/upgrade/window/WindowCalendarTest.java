package io.mddc.upgrade.window;

import static io.mddc.upgrade.window.MaintenanceWindowTest.weekly;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class WindowCalendarTest {
    private static final MaintenanceWindow SATURDAYS = weekly("UTC", DayOfWeek.SATURDAY, "22:00", "PT6H");
    private static final Instant MONDAY = Instant.parse("2026-11-16T00:00:00Z");

    private static Blackout blackout(String from, String to) {
        return new Blackout(Instant.parse(from), Instant.parse(to), "Christmas trade");
    }

    private static WindowCalendar saturdays(Blackout... blackouts) {
        return new WindowCalendar(List.of(SATURDAYS), Arrays.asList(blackouts));
    }

    private static List<String> first(WindowCalendar calendar, int count) {
        return calendar.openings(MONDAY)
                .limit(count)
                .map(opening -> opening.opens() + " " + opening.closes())
                .toList();
    }

    @Test
    void aBlackoutTrimsAnOpeningAtEitherEnd() {
        assertThat(first(
                        saturdays(
                                blackout("2026-11-22T02:00:00Z", "2026-11-23T00:00:00Z"),
                                blackout("2026-11-20T00:00:00Z", "2026-11-21T23:00:00Z")),
                        2))
                .containsExactly(
                        "2026-11-21T23:00:00Z 2026-11-22T02:00:00Z", "2026-11-28T22:00:00Z 2026-11-29T04:00:00Z");
    }

    @Test
    void aBlackoutInTheMiddleSplitsAnOpening() {
        assertThat(first(saturdays(blackout("2026-11-22T00:00:00Z", "2026-11-22T01:00:00Z")), 2))
                .containsExactly(
                        "2026-11-21T22:00:00Z 2026-11-22T00:00:00Z", "2026-11-22T01:00:00Z 2026-11-22T04:00:00Z");
    }

    @Test
    void aBlackoutOverAnOpeningLeavesNothingOfIt() {
        assertThat(first(saturdays(blackout("2026-11-21T22:00:00Z", "2026-11-22T04:00:00Z")), 1))
                .containsExactly("2026-11-28T22:00:00Z 2026-11-29T04:00:00Z");
    }

    @Test
    void aBlackoutThatTouchesAnOpeningChangesNothing() {
        assertThat(first(
                        saturdays(
                                blackout("2026-11-21T00:00:00Z", "2026-11-21T22:00:00Z"),
                                blackout("2026-11-22T04:00:00Z", "2026-11-22T05:00:00Z")),
                        1))
                .containsExactly("2026-11-21T22:00:00Z 2026-11-22T04:00:00Z");
    }

    @Test
    void windowsThatOverlapOrFollowEachOtherAreOneOpening() {
        var sunday = weekly("UTC", DayOfWeek.SUNDAY, "04:00", "PT2H");
        var both = new WindowCalendar(
                List.of(
                        new MaintenanceWindow("morning", sunday.zone(), sunday.recurrence(), sunday.duration()),
                        SATURDAYS),
                List.of());

        assertThat(both.openings(MONDAY).findFirst())
                .contains(new Opening(
                        List.of("night", "morning"),
                        ZoneId.of("UTC"),
                        Instant.parse("2026-11-21T22:00:00Z"),
                        Instant.parse("2026-11-22T06:00:00Z")));
        assertThat(both.nextFitting(MONDAY, Duration.ofHours(8))).isPresent();
        assertThat(both.nextFitting(MONDAY, Duration.ofHours(8).plusSeconds(1))).isEmpty();
    }

    @Test
    void whatIsAlwaysOpenIsOneOpeningUpToTheHorizon() {
        var days = new Recurrence.Weekly(List.of(DayOfWeek.values()), LocalTime.MIDNIGHT);
        var always =
                new WindowCalendar(List.of(MaintenanceWindowTest.window("Europe/Berlin", days, "PT25H")), List.of());

        assertThat(always.openings(MONDAY)).hasSize(1);
        assertThat(always.nextFitting(MONDAY, Duration.ofDays(700))).isPresent();
    }

    @Test
    void theOpeningThatIsOpenCountsOnlyForWhatIsLeftOfIt() {
        var threeHoursBefore = Instant.parse("2026-11-22T01:00:00Z");

        assertThat(saturdays()
                        .nextFitting(threeHoursBefore, Duration.ofHours(3))
                        .map(Opening::opens))
                .contains(Instant.parse("2026-11-21T22:00:00Z"));
        assertThat(saturdays()
                        .nextFitting(threeHoursBefore, Duration.ofHours(3).plusSeconds(1))
                        .map(Opening::opens))
                .contains(Instant.parse("2026-11-28T22:00:00Z"));
    }

    @Test
    void saysThatItFitsOrWhenItGoes() {
        var now = Instant.parse("2026-11-22T03:49:00Z");

        assertThat(fit(saturdays(), now, 11))
                .isEqualTo("fits: core-4 needs 11 min (p90), and the window 'night' closes in 11 min");
        assertThat(fit(saturdays(), now, 18))
                .isEqualTo("later: core-4 needs 18 min (p90) and the window 'night' closes in 11 min: it goes at"
                        + " Sat 28 Nov 2026 22:00 UTC");
        assertThat(fit(saturdays(), MONDAY, 18))
                .isEqualTo(
                        "later: core-4 needs 18 min (p90) and no window is open: it goes at Sat 21 Nov 2026 22:00 UTC");
        assertThat(fit(saturdays(blackout("2026-11-15T00:00:00Z", "2026-11-22T00:00:00Z")), MONDAY, 18))
                .isEqualTo("later: core-4 needs 18 min (p90) and there is a blackout (Christmas trade): it goes at"
                        + " Sun 22 Nov 2026 00:00 UTC");
    }

    @Test
    void saysThatNothingWithinTwoYearsIsLongEnough() {
        assertThat(fit(saturdays(), MONDAY, 361))
                .isEqualTo(
                        "never: core-4 needs 6 h 1 min (p90) and no window is open, nor does one that opens within 731 days"
                                + " last as long: a longer window is needed");
        assertThat(fit(new WindowCalendar(List.of(), List.of()), MONDAY, 1))
                .startsWith("never: core-4 needs 1 min (p90) and there is no maintenance window,");
    }

    @Test
    void refusesABlackoutThatEndsBeforeItBeginsOrGivesNoReason() {
        assertThatThrownBy(() -> new Blackout(MONDAY, MONDAY, "why"))
                .hasMessage("to is %s: allowed is what comes after from, which is %s", MONDAY, MONDAY);
        assertThatThrownBy(() -> new Blackout(MONDAY, MONDAY.plusSeconds(1), " "))
                .hasMessage("reason is ' ': allowed is 1 to 500 characters");
    }

    private static String fit(WindowCalendar calendar, Instant now, int minutes) {
        var fit = WindowFit.of("core-4", Duration.ofMinutes(minutes), calendar, now);
        return fit.fold(any -> "fits: ", any -> "later: ", any -> "never: ") + fit.sentence();
    }
}
