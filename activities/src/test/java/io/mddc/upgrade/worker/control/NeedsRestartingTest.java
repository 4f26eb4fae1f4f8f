package io.mddc.upgrade.worker.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What it answers on a host with the real dnf is seen in the lab. */
class NeedsRestartingTest {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00.700Z");
    private static final String HINT = """
            Core libraries or services have been updated since boot-up:
              * kernel
              * md-core

            Reboot is required to fully utilize these updates.
            More information: https://access.redhat.com/solutions/27943
            """;

    @Test
    void asksForTheHintAndWhenAPackageWasInstalled() {
        assertThat(NeedsRestarting.hint()).containsExactly("dnf", "--quiet", "needs-restarting", "--reboothint");
        assertThat(NeedsRestarting.installTime("md-core"))
                .containsExactly("rpm", "-q", "--qf", "%{INSTALLTIME}\\n", "--", "md-core");
    }

    @Test
    void namesThePackagesOfAHintAloneThatEndsWithOne() {
        assertThat(NeedsRestarting.packages(new Command.Result(1, HINT))).containsExactly("kernel", "md-core");
        assertThat(NeedsRestarting.packages(new Command.Result(0, HINT))).isEmpty();
        assertThat(NeedsRestarting.packages(new Command.Result(1, "No such command: needs-restarting.")))
                .isEmpty();
    }

    @Test
    void countsWhatWasInstalledInThatSecondOrLater() {
        long second = NOON.getEpochSecond();

        assertThat(NeedsRestarting.isSince(NOON, installed(second - 1 + "\n" + second)))
                .isTrue();
        assertThat(NeedsRestarting.isSince(NOON, installed(String.valueOf(second - 1))))
                .isFalse();
        assertThat(NeedsRestarting.isSince(Instant.MIN, installed("0"))).isTrue();
        assertThat(NeedsRestarting.isSince(NOON, new Command.Result(1, "package md-core is not installed")))
                .isFalse();
    }

    private static Command.Result installed(String output) {
        return new Command.Result(0, output);
    }
}
