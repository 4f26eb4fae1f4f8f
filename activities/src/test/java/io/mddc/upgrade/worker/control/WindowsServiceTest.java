package io.mddc.upgrade.worker.control;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where the machine is not Windows, argument lists and what is made of answers are all that can be seen. */
class WindowsServiceTest {
    private static final String RUNNING = """
            SERVICE_NAME: mdcore
                    TYPE               : 10  WIN32_OWN_PROCESS
                    STATE              : 4  RUNNING
                                            (STOPPABLE, NOT_PAUSABLE, ACCEPTS_SHUTDOWN)
                    WIN32_EXIT_CODE    : 0  (0x0)
                    SERVICE_EXIT_CODE  : 0  (0x0)
                    CHECKPOINT         : 0x0
                    WAIT_HINT          : 0x0
                    PID                : 4711
                    FLAGS              :
            """;

    private final WindowsService service = new WindowsService("mdcore");

    @Test
    void asksForItsServiceByName() {
        assertThat(service.activeQuery()).containsExactly("sc.exe", "query", "mdcore");
        assertThat(service.processQuery()).containsExactly("sc.exe", "queryex", "mdcore");
        assertThat(service.verb("start")).containsExactly("sc.exe", "start", "mdcore");
        assertThat(service.verb("stop")).containsExactly("sc.exe", "stop", "mdcore");
    }

    @Test
    void runsWithAProcess() {
        assertThat(WindowsService.isRunning(answer(RUNNING))).isTrue();
        assertThat(WindowsService.processId(answer(RUNNING))).contains(4711L);
        assertThat(WindowsService.isRunning(answer(RUNNING.replace("STATE ", "STATUS"))))
                .as("in another language")
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1  STOPPED", "2  START_PENDING", "3  STOP_PENDING", "7  PAUSED", ""})
    void doesNotRunInAnyOtherState(String state) {
        var answer = RUNNING.replace("4  RUNNING", state).replace("4711", "0");

        assertThat(WindowsService.isRunning(answer(answer))).isFalse();
        assertThat(WindowsService.processId(answer(answer))).isEmpty();
    }

    @Test
    void aServiceThatIsNotThereDoesNotRun() {
        var unknown = new Command.Result(1060, "[SC] EnumQueryServicesStatus:OpenService FAILED 1060:");

        assertThat(WindowsService.isRunning(unknown)).isFalse();
        assertThat(WindowsService.processId(unknown)).isEmpty();
    }

    private static Command.Result answer(String output) {
        return new Command.Result(0, output);
    }
}
