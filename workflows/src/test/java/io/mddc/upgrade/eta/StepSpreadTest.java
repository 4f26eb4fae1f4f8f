package io.mddc.upgrade.eta;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StepSpreadTest {
    private static final StepSpread SEEN = StepSpread.of(seconds(10, 2, 4), Duration.ofMinutes(5));

    /** 1 s, 2 s, 4 s, 10 s and 20 s are a quarter of all apart. */
    @ParameterizedTest
    @CsvSource({"0, 1000", "0.125, 1500", "0.25, 2000", "0.5, 4000", "0.75, 10000", "0.875, 15000", "1, 20000"})
    void isAsLikelyBetweenAnyTwoThatWereSeen(double share, long millis) {
        assertThat(SEEN.at(share)).isEqualTo(Duration.ofMillis(millis));
    }

    /** After 7 s five eighths of all are over: what is left lies between 7 s and 20 s. */
    @ParameterizedTest
    @CsvSource({"0, 7000", "0.3333333333, 10000", "0.6666666667, 15000", "1, 20000"})
    void countsOnlyTheLongerOnesOnceItLasts(double share, long millis) {
        assertThat(SEEN.at(share, Duration.ofSeconds(7)).toMillis()).isEqualTo(millis);
    }

    @ParameterizedTest
    @CsvSource({"0, 30", "0.5, 45", "1, 60"})
    void mayLastAsLongAgainPastAllThatIsKnown(double share, int seconds) {
        assertThat(SEEN.at(share, Duration.ofSeconds(30))).isEqualTo(Duration.ofSeconds(seconds));
    }

    @Test
    void believesThePolicyThatNineOfTenAreOverByThenWhereNoneWasSeen() {
        var spread = StepSpread.of(List.of(), Duration.ofSeconds(90));

        assertThat(spread.at(0.9)).isEqualTo(Duration.ofSeconds(90));
        assertThat(spread.at(0.5)).isEqualTo(Duration.ofSeconds(50));
    }

    private static List<Duration> seconds(long... counts) {
        return Arrays.stream(counts).mapToObj(Duration::ofSeconds).toList();
    }
}
