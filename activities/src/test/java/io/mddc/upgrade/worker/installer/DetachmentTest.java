package io.mddc.upgrade.worker.installer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Where systemd is not the first process its argument list is all that can be seen. */
class DetachmentTest {
    @Test
    void leavesTheWorkersControlGroupInAUnitOfItsOwn() {
        assertThat(Detachment.SYSTEMD.words("mddc-install-2026-11-22-1_core-1_1"))
                .containsExactly(
                        "systemd-run", "--quiet", "--collect", "--wait", "--unit=mddc-install-2026-11-22-1_core-1_1");
        assertThat(Detachment.SESSION.words("mddc-install-2026-11-22-1_core-1_1"))
                .containsExactly("setsid");
    }
}
