package io.mddc.upgrade.window;

import static io.mddc.upgrade.window.WallClock.instant;
import static org.assertj.core.api.Assertions.assertThat;

import io.mddc.upgrade.cluster.Tries;
import io.mddc.upgrade.plan.Forecast;
import io.mddc.upgrade.plan.Policies;
import io.mddc.upgrade.plan.StepTimes;
import io.mddc.upgrade.run.Step;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/**
 * Upgrades whose units go in windows, each decision held against {@link OpenMinutes}: nothing begins outside, nothing begins that
 * does not fit, and nothing waits that could go. How long a step takes is drawn from what the forecast has seen.
 */
final class SimulatedUpgrades {
    private static final Duration SOAK = Duration.ofMinutes(2);

    private final SplittableRandom random;
    private final Chooser chooser;
    private final OpenMinutes minutes;
    private final Forecast forecast;
    private final Tally tally;

    SimulatedUpgrades(SplittableRandom random, Chooser chooser, OpenMinutes minutes, Tally tally) {
        this.random = random;
        this.chooser = chooser;
        this.minutes = minutes;
        this.forecast = new Forecast(Policies.DEFAULT, history(random));
        this.tally = tally;
    }

    /** What is tried: when something that needs so long may begin. */
    interface Chooser {
        Optional<Opening> nextFitting(Instant now, Duration needed);
    }

    /** Over all runs. */
    static final class Tally {
        int installs;
        int returned;
        int left;
        int slow;
        final List<String> overruns = new ArrayList<>();
    }

    /** The units of one upgrade, one after the other. */
    void upgrade(Instant start, int units) {
        var now = WallClock.minute(start);
        for (int n = 1; n <= units && now < WallClock.MINUTES; n++) {
            now = unit("unit-" + n, now);
        }
    }

    private int unit(String name, int ready) {
        int begin = decide(ready, Step.DRAIN);
        if (begin == WallClock.MINUTES) {
            tally.left++;
            return begin;
        }
        int drained = begin + taken(Step.DRAIN);
        return drained < WallClock.MINUTES && decide(drained, Step.INSTALL) == drained
                ? install(name, drained)
                : comeAgain(name, drained);
    }

    /** Drained for too long: back to work, and again in the next opening. */
    private int comeAgain(String name, int drained) {
        tally.returned++;
        return unit(name, drained + 1);
    }

    private int install(String name, int begin) {
        tally.installs++;
        var failed = Tries.rarely(random, 4);
        int end = begin
                + taken(Step.INSTALL)
                + taken(Step.VERIFY)
                + (failed ? taken(Step.WAY_BACK) : (int) SOAK.toMinutes());
        var closes =
                chooser.nextFitting(instant(begin), Duration.ZERO).orElseThrow().closes();
        var overruns = instant(end).isAfter(closes);
        if (overruns) {
            tally.overruns.add(name + " ended at " + instant(end) + ", and the window closed at " + closes);
        }
        if (Duration.ofMinutes(end - begin).compareTo(forecast.needed(Step.INSTALL, SOAK)) > 0) {
            tally.slow++;
        }
        if (end <= WallClock.MINUTES) {
            assertThat(overruns).as("overrun of %s reported", name).isEqualTo(!minutes.isOpen(begin, end));
        }
        return end;
    }

    /** When it goes; past the end when no more within the two years. */
    private int decide(int ready, Step from) {
        var needed = forecast.needed(from, SOAK);
        int begin = chooser.nextFitting(instant(ready), needed)
                .map(opening -> WallClock.minute(opening.begin(instant(ready))))
                .filter(minute -> minute + needed.toMinutes() <= WallClock.MINUTES)
                .orElse(WallClock.MINUTES);
        int limit = Math.min(begin, WallClock.MINUTES - (int) needed.toMinutes() + 1);
        assertThat(instant(minutes.firstFitting(ready, (int) needed.toMinutes(), limit)))
                .as("missed an opening of %s for %s after %s", needed, from, instant(ready))
                .isEqualTo(instant(limit));
        if (begin < WallClock.MINUTES) {
            assertThat(minutes.isOpen(begin, begin + 1))
                    .as("%s outside, at %s", from, instant(begin))
                    .isTrue();
            assertThat(minutes.isOpen(begin, begin + (int) needed.toMinutes()))
                    .as("%s that needs %s does not fit, at %s", from, needed, instant(begin))
                    .isTrue();
        }
        return begin;
    }

    private int taken(Step step) {
        return (int) Tries.pick(random, forecast.measured().taken().getOrDefault(step, List.of()))
                .toMinutes();
    }

    /** Ten times of each step, each as likely as the others, so nine of ten are known. */
    private static StepTimes history(SplittableRandom random) {
        return new StepTimes(Map.of(
                Step.DRAIN, times(random.nextInt(1, 13)),
                Step.INSTALL, times(random.nextInt(1, 5)),
                Step.VERIFY, times(random.nextInt(1, 3)),
                Step.WAY_BACK, times(random.nextInt(1, 5))));
    }

    /** The tenth takes far longer than the other nine. */
    private static List<Duration> times(int scale) {
        return Stream.of(1, 2, 3, 4, 5, 6, 7, 8, 9, 16)
                .map(n -> Duration.ofMinutes((long) n * scale))
                .toList();
    }
}
