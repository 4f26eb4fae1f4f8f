package io.mddc.upgrade.window;

import static org.assertj.core.api.Assertions.assertThat;

import io.mddc.upgrade.cluster.Tries;
import io.mddc.upgrade.window.SimulatedUpgrades.Chooser;
import io.mddc.upgrade.window.SimulatedUpgrades.Tally;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Two years of upgrades in windows by chance, each decision held against a second opinion that counts minutes. */
class WindowSimulationTest {
    private static final int RUNS = 10_000;
    private static final int SEEDS_TO_FIND = 200;

    @Test
    void beginsNothingOutsideOrThatDoesNotFitAndMissesNoOpening() {
        var tally = new Tally();

        Tries.each(RUNS, random -> simulate(random, calendar -> calendar::nextFitting, any -> true, tally));

        System.out.printf(
                "%d installs, %d drained for too long and came again, %d left; %d slower than p90, %d after the close%n",
                tally.installs, tally.returned, tally.left, tally.slow, tally.overruns.size());
        if (Tries.count(RUNS) >= RUNS && Long.getLong("seed") == null) {
            assertThat(tally.installs).isGreaterThan(RUNS);
            assertThat(tally.returned).isPositive();
            assertThat(tally.overruns).isNotEmpty().hasSizeLessThanOrEqualTo(tally.installs / 10);
            assertThat(tally.slow).isLessThanOrEqualTo(tally.installs / 10);
        }
    }

    @Test
    void findsTheErrorOfACalendarThatAsksForTheDay() {
        assertThat(found(WrongCalendars::byCalendarDay, WrongCalendars::isKnownByCalendarDay))
                .containsAnyOf("outside", "missed an opening");
    }

    @Test
    void findsTheErrorOfACalendarWithAFixedOffset() {
        assertThat(found(WrongCalendars::byFixedOffset, any -> true)).containsAnyOf("outside", "missed an opening");
    }

    /** What the first seed says that catches it; empty when none does. */
    private static String found(Function<WindowCalendar, Chooser> wrong, Predicate<WindowCalendar> meant) {
        return LongStream.rangeClosed(1, SEEDS_TO_FIND)
                .mapToObj(seed -> {
                    try {
                        simulate(new SplittableRandom(seed), wrong, meant, new Tally());
                        return "";
                    } catch (AssertionError caught) {
                        return String.valueOf(caught.getMessage());
                    }
                })
                .filter(message -> !message.isEmpty())
                .findFirst()
                .orElse("");
    }

    private static void simulate(
            SplittableRandom random,
            Function<WindowCalendar, Chooser> chooser,
            Predicate<WindowCalendar> meant,
            Tally tally) {
        var chance = new CalendarsByChance(random);
        var calendar = chance.calendar();
        if (!meant.test(calendar)) {
            return;
        }
        var minutes = new OpenMinutes(calendar, CalendarsByChance.CLOCKS);
        var upgrades = new SimulatedUpgrades(random, chooser.apply(calendar), minutes, tally);
        for (int n = random.nextInt(1, 4); n > 0; n--) {
            upgrades.upgrade(chance.instant(), random.nextInt(1, 5));
        }
    }
}
