package io.mddc.upgrade.worker.control;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ServiceFailedTest {
    private final Command refusing = Command.of(ServiceFailed.LIMIT, "sh", "-c", "echo disabled; exit 26");

    @Test
    void saysWhatWasRunAndWhatItAnswered() {
        assertThatThrownBy(() -> ServiceFailed.unlessDone(refusing))
                .isInstanceOf(ServiceFailed.class)
                .hasMessageContaining("ended with 26: disabled");
        assertThatThrownBy(() -> ServiceFailed.unlessDone(refusing, 27)).isInstanceOf(ServiceFailed.class);
    }

    @Test
    void whatWasDoneBeforeIsNoFailure() {
        assertThatCode(() -> ServiceFailed.unlessDone(refusing, 26)).doesNotThrowAnyException();
    }
}
