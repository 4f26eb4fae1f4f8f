package io.mddc.upgrade.worker.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class CommandTest {
    private static final Duration LIMIT = Duration.ofSeconds(10);

    @Test
    void givesExitStatusAndBothStreams() {
        var result =
                Command.of(LIMIT, "sh", "-c", "echo out; echo err >&2; exit 4").run();

        assertThat(result).isEqualTo(new Command.Result(4, "out\nerr"));
    }

    @Test
    void isKilledAfterItsLimit() {
        var result = Command.of(Duration.ofMillis(200), "sleep", "60").run();

        assertThat(result.exitStatus()).isEqualTo(Command.Result.STOPPED);
    }

    @Test
    void isNotHeldUpByADaemonItLeavesBehind() {
        var result = Command.of(LIMIT, "sh", "-c", "sleep 60 & echo $!").run();

        assertThat(result.succeeded()).isTrue();
        ProcessHandle.of(Long.parseLong(result.output())).ifPresent(ProcessHandle::destroyForcibly);
    }

    @Test
    void namesAProgramThatIsNotThere() {
        assertThatThrownBy(() -> Command.of(LIMIT, "/no/such/program").run())
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("/no/such/program");
    }
}
