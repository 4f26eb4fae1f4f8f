package io.mddc.upgrade.worker.control;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Where systemd is not the first process its argument lists are all that can be seen. */
class SystemdServiceTest {
    private final SystemdService service = new SystemdService("md-core.service");

    @Test
    void asksForItsUnitByName() {
        assertThat(service.activeQuery()).containsExactly("systemctl", "is-active", "--quiet", "md-core.service");
        assertThat(service.processQuery())
                .containsExactly("systemctl", "show", "--property=MainPID", "--value", "md-core.service");
    }

    @Test
    void aMainProcessOfZeroIsNone() {
        assertThat(SystemdService.mainProcess("4711")).contains(4711L);
        assertThat(SystemdService.mainProcess("0")).isEmpty();
        assertThat(SystemdService.mainProcess("")).isEmpty();
    }
}
