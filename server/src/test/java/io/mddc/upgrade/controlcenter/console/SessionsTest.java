package io.mddc.upgrade.controlcenter.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.mddc.upgrade.controlcenter.access.Caller;
import io.mddc.upgrade.controlcenter.access.Role;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SessionsTest {
    private static final Caller CALLER = new Caller("administrator", Role.ADMIN, Optional.empty());

    private Instant now = Instant.parse("2026-11-22T00:00:00Z");
    private final Sessions sessions = new Sessions(() -> now);

    @Test
    void endsWhenItWasNotUsedForTheIdleLimit() {
        var id = sessions.begin(CALLER, "0f");

        pass(Sessions.IDLE);
        assertThat(sessions.use(id)).isPresent();

        pass(Sessions.IDLE.plusSeconds(1));
        assertThat(sessions.use(id)).isEmpty();
    }

    @Test
    void endsAtTheAbsoluteLimitHoweverMuchItWasUsed() {
        var id = sessions.begin(CALLER, "0f");

        for (var used = Duration.ZERO; used.compareTo(Sessions.ABSOLUTE) < 0; used = used.plus(Sessions.IDLE)) {
            assertThat(sessions.use(id)).isPresent();
            pass(Sessions.IDLE);
        }

        pass(Duration.ofSeconds(1));
        assertThat(sessions.use(id)).isEmpty();
    }

    @Test
    void isKnownByNothingButItsId() {
        var id = sessions.begin(CALLER, "0f");

        assertThat(sessions.use(id + "x")).isEmpty();
        assertThat(sessions.use("")).isEmpty();
        assertThat(sessions.use(id).orElseThrow().csrf()).isNotEqualTo(id);
    }

    private void pass(Duration time) {
        now = now.plus(time);
    }
}
