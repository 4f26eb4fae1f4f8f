package io.mddc.upgrade.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.mddc.upgrade.run.Step;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ForecastTest {
    private static final Duration SOAK = Duration.ofMinutes(2);

    @ParameterizedTest
    @CsvSource({"5, 5", "9, 9", "10, 9", "11, 10", "20, 18", "100, 90"})
    void takesTheNearestRank(int count, int expected) {
        assertThat(new StepTimes(Map.of(Step.DRAIN, minutes(count))).p90(Step.DRAIN))
                .contains(Duration.ofMinutes(expected));
    }

    @Test
    void believesThePolicyUntilFiveHaveBeenSeen() {
        var policy = Policies.withDrain(Duration.ofHours(1), Policy.PastLimit.RETURN);

        var few = new Forecast(policy, new StepTimes(Map.of(Step.DRAIN, minutes(4))));
        var enough = new Forecast(policy, new StepTimes(Map.of(Step.DRAIN, minutes(8))));

        assertThat(few.of(Step.DRAIN)).isEqualTo(Duration.ofMinutes(5));
        assertThat(few.isMeasured()).isFalse();
        assertThat(enough.of(Step.DRAIN)).isEqualTo(Duration.ofMinutes(8));
        assertThat(enough.isMeasured()).isTrue();
    }

    @Test
    void expectsNothingLongerThanItsLimit() {
        var policy = Policies.withDrain(Duration.ofMinutes(2), Policy.PastLimit.RETURN);

        assertThat(new Forecast(policy, StepTimes.NONE).of(Step.DRAIN)).isEqualTo(Duration.ofMinutes(2));
    }

    /** 5 min drain, 2 min install (its limit), 1 min start, 2 min soak, and 9 min back. */
    @ParameterizedTest
    @CsvSource({"DRAIN, 19", "INSTALL, 14", "VERIFY, 12", "MONITOR, 11", "WAY_BACK, 9"})
    void needsTheRemainingStepsAndTheWayBack(Step from, int minutes) {
        assertThat(new Forecast(Policies.DEFAULT, StepTimes.NONE).needed(from, SOAK))
                .isEqualTo(Duration.ofMinutes(minutes));
    }

    private static List<Duration> minutes(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(n -> Duration.ofMinutes(count + 1 - n))
                .toList();
    }
}
