package io.mddc.upgrade.lab.service.core;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.hash.Hashing;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ScanTimeTest {
    private final ScanTime time =
            new ScanTime(1, Duration.ofMillis(200), Duration.ofSeconds(20), Duration.ofSeconds(30));

    @Test
    void hasTheMedianAndTheTailThatWereAskedFor() {
        var sorted = IntStream.range(0, 10_000)
                .mapToObj(i -> time.of(Hashing.sha256().hashInt(i).toString()))
                .sorted()
                .toList();

        assertThat(sorted.get(5_000)).isBetween(Duration.ofMillis(180), Duration.ofMillis(220));
        assertThat(sorted.get(9_900)).isBetween(Duration.ofSeconds(15), Duration.ofSeconds(25));
        assertThat(sorted.get(9_999)).isEqualTo(Duration.ofSeconds(30));
    }

    @Test
    void isTheSameForTheSameFile() {
        var digest = Hashing.sha256().hashInt(42).toString();

        assertThat(time.of(digest)).isEqualTo(time.of(digest));
    }
}
