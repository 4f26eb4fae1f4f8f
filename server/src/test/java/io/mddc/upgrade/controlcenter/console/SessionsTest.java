package io.mddc.upgrade.controlcenter.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SessionsTest {
    private Instant now = Instant.parse("2026-11-22T00:00:00Z");
    private final Sessions sessions = new Sessions(() -> now);

    @Test
    void endsWhenItWasNotUsedForTheIdleLimit() {
        var id = sessions.begin("administrator");

        pass(Sessions.IDLE);
        assertThat(sessions.use(id)).isPresent();

        pass(Sessions.IDLE.plusSeconds(1));
        assertThat(sessions.use(id)).isEmpty();
    }

    @Test
    void endsAtTheAbsoluteLimitHoweverMuchItWasUsed() {
        var id = sessions.begin("administrator");

        for (var used = Duration.ZERO; used.compareTo(Sessions.ABSOLUTE) < 0; used = used.plus(Sessions.IDLE)) {
            assertThat(sessions.use(id)).isPresent();
            pass(Sessions.IDLE);
        }

        pass(Duration.ofSeconds(1));
        assertThat(sessions.use(id)).isEmpty();
    }

    @Test
    void isKnownByNothingButItsId() {
        var id = sessions.begin("administrator");

        assertThat(sessions.use(id + "x")).isEmpty();
        assertThat(sessions.use("")).isEmpty();
        assertThat(sessions.use(id).orElseThrow().csrf()).isNotEqualTo(id);
    }

    private void pass(Duration time) {
        now = now.plus(time);
    }
}
