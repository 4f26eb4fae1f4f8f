package io.mddc.upgrade.worker.installer;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Where systemd is not the first process its argument list is all that can be seen. */
class DetachmentTest {
    private static final String NAME = "mddc-install-2026-11-22-1_core-1_1";
    private static final List<String> PROGRAM = List.of("sh", "install-once.sh");
    private static final Path NOTES = Path.of("core-1.jsonl");

    @Test
    void leavesTheWorkersControlGroupInAUnitOfItsOwn() {
        assertThat(Detachment.SYSTEMD.command(NAME, PROGRAM, NOTES))
                .containsExactly(
                        "systemd-run",
                        "--quiet",
                        "--collect",
                        "--wait",
                        "--unit=mddc-install-2026-11-22-1_core-1_1",
                        "sh",
                        "install-once.sh");
        assertThat(Detachment.SESSION.command(NAME, PROGRAM, NOTES)).containsExactly("setsid", "sh", "install-once.sh");
    }
}
