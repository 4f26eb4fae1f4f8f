package io.mddc.upgrade.lab.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.mddc.upgrade.cluster.InstanceId;
import io.mddc.upgrade.lab.service.shared.ActiveCount;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ClocksTest {
    private static final Instant GO = Instant.parse("2026-11-22T02:00:00Z");

    @Test
    void countsTheLastFileTheInstallerTheStartAndTheSoakAsTheFloor() {
        var clock = new UnitClock(at(0.2), at(5.2), at(5.9), at(7.4), at(9.4), Duration.ofSeconds(6));

        assertThat(clock.floor()).isEqualTo(Duration.ofMillis(14_500));
        assertThat(clock.overhead(GO, at(16))).isEqualTo(Duration.ofMillis(1_500));
    }

    @Test
    void countsAnOutageOnlyWhereItHeldUpNothingThatWasNeededAnyway() {
        var clock = new UnitClock(at(0.2), at(5.2), at(5.9), at(7.4), at(9.4), Duration.ofSeconds(6));
        var needed = clock.needed(at(10));

        assertThat(Outages.beside(needed, List.of(span(1, 4)))).isZero();
        assertThat(Outages.beside(needed, List.of(span(4, 5.7), span(5, 6.5)))).isEqualTo(Duration.ofMillis(700));
        assertThat(Outages.beside(needed, List.of(span(9, 16.5)))).isEqualTo(Duration.ofMillis(1_100));
        assertThat(Outages.beside(needed, List.of())).isZero();
    }

    @Test
    void findsTheFewestAtAnyMomentOfTheUpgrade() {
        var history = List.of(
                new ActiveCount(at(-30), 1),
                new ActiveCount(at(-20), 3),
                new ActiveCount(at(4), 2),
                new ActiveCount(at(9), 3),
                new ActiveCount(at(40), 0));

        assertThat(SharedBooks.fewest(history, GO, at(20))).contains(2);
        assertThat(SharedBooks.fewest(history, GO, at(2))).contains(3);
        assertThat(SharedBooks.fewest(history, GO, at(50))).contains(0);
        assertThat(SharedBooks.fewest(List.of(), GO, at(50))).isEmpty();
    }

    @Test
    void tellsHowFarItIsByTheStatesOfItsUnits() {
        var progress = new Progress(2);
        progress.see(unit("core-1", "UPGRADED"));
        assertThat(progress.share()).isEqualTo(0.5);

        progress.see(unit("core-2", "MONITORING"));
        assertThat(progress.share()).isEqualTo(0.85);
        assertThat(Screen.bar(progress.share())).isEqualTo("█████████████████░░░  85 %");
    }

    private static UpgradeEvent unit(String instance, String state) {
        return new UpgradeEvent(
                1,
                GO,
                Optional.empty(),
                Optional.of(new InstanceId(instance)),
                Optional.of(state),
                Optional.empty(),
                "");
    }

    private static Span span(double from, double to) {
        return new Span(at(from), at(to));
    }

    private static Instant at(double second) {
        return GO.plusMillis((long) (second * 1000));
    }
}
