package io.mddc.upgrade.lab.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MaintenanceTest {
    private static final Instant REFUSED = Instant.parse("2026-11-22T02:00:00Z");
    private static final Maintenance.Parts PARTS = new Maintenance.Parts(3, 1, 0.2, 2, 1.5, 2, 0.3);

    @Test
    void isWithinItsAllowanceWhenNothingElseTookLongerThanFiveSeconds() {
        assertThat(after(15).within()).contains(true);
        assertThat(after(15).broken()).isEmpty();
        assertThat(after(15.1).within()).contains(false);
        assertThat(after(15.1).broken())
                .containsExactly(
                        "the system was closed longer than it had to be: 15.1 s from first refused to first accepted,"
                                + " allowed are 15.0 s");
    }

    @Test
    void hasNoGapWhereTheSystemWasNeverOpenedAgain() {
        var closed = Maintenance.of(REFUSED, Optional.empty(), PARTS, Optional.empty());

        assertThat(closed.gapSeconds()).isEmpty();
        assertThat(closed.broken()).isEmpty();
        assertThat(closed.lines().get(0)).isEqualTo("closed    and never opened again");
    }

    @Test
    void isBrokenWhereAKilledGatewayCameBackOpen() {
        var opened = Maintenance.of(REFUSED, Optional.of(REFUSED.plusSeconds(9)), PARTS, Optional.of(false));

        assertThat(opened.broken()).containsExactly("a gateway that was killed in maintenance came back open");
    }

    @Test
    void countsATimeOnceHoweverManyWereBusyInIt() {
        assertThat(Span.together(List.of(span(0, 3), span(1, 2), span(2, 5), span(8, 9))))
                .isEqualTo(Duration.ofSeconds(6));
        assertThat(Span.together(List.of())).isZero();
    }

    static Maintenance report() {
        return after(10);
    }

    private static Maintenance after(double seconds) {
        var accepted = REFUSED.plusMillis((long) (seconds * 1000));
        return Maintenance.of(REFUSED, Optional.of(accepted), PARTS, Optional.empty());
    }

    private static Span span(int begin, int end) {
        return new Span(REFUSED.plusSeconds(begin), REFUSED.plusSeconds(end));
    }
}
