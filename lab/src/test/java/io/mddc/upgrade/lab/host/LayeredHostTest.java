package io.mddc.upgrade.lab.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.mddc.upgrade.cluster.HostId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LayeredHostTest {
    @TempDir
    private Path folder;

    @Test
    void keepsWhatWasWrittenOverAPowerCutAndNothingShowsOutside() throws IOException {
        assumeRoot();
        try (var host = new LayeredHost(new HostId("host-t"), "127.0.24.6", folder.resolve("host-t"))) {
            host.boot();
            assertThat(host.run(List.of("hostname")).output().strip()).isEqualTo("host-t");
            var boot =
                    host.run(List.of("cat", "/proc/sys/kernel/random/boot_id")).output();
            host.run(List.of("cp", "/etc/debian_version", "/etc/lab-test"));
            host.run(List.of("touch", "/run/reboot-required"));
            var sleeper = host.enter(List.of("sleep", "600"));
            var command = host.commandOf(sleeper);

            host.cut();

            assertThat(host.isUp()).isFalse();
            assertThat(command.isAlive()).isFalse();
            host.boot();
            assertThat(host.run(List.of("test", "-s", "/etc/lab-test")).isGood())
                    .isTrue();
            assertThat(host.run(List.of("test", "-e", "/run/reboot-required")).isGood())
                    .isFalse();
            assertThat(Path.of("/run/reboot-required")).doesNotExist();
            assertThat(Path.of("/etc/lab-test")).doesNotExist();
            assertThat(host.outside(Path.of("/etc/lab-test"))).exists();
            assertThat(host.run(List.of("cat", "/proc/sys/kernel/random/boot_id"))
                            .output())
                    .isNotEqualTo(boot);
        }
    }

    @Test
    void killsTheHostThatAFormerRunLeftBehind() {
        assumeRoot();
        var former = new LayeredHost(new HostId("host-t"), "127.0.24.6", folder.resolve("host-t"));
        former.boot();

        InitProcess.killStale(folder.resolve("host-t"));

        assertThat(former.isUp()).isFalse();
        former.close();
    }

    @Test
    void refusesAFolderBelowWhatEachHostHasOfItsOwn() {
        assertThatThrownBy(() -> new LayeredHost(new HostId("host-t"), "127.0.24.6", Path.of("/opt/lab")))
                .isInstanceOf(HostFailure.class)
                .hasMessageContaining("/opt/lab lies below /opt");
    }

    private static void assumeRoot() {
        assumeThat(System.getProperty("user.name")).isEqualTo("root");
        assumeThat(Files.exists(Path.of("/usr/bin/unshare"))).isTrue();
    }
}
