package io.mddc.upgrade.lab.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mddc.upgrade.plan.Policy;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MachineTest {
    @TempDir
    private Path folder;

    @Test
    void namesTheProcessThatHoldsAPort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var address = Ports.at("127.0.0.1", socket.getLocalPort());

            assertThat(Ports.taken(List.of(address)))
                    .singleElement()
                    .asString()
                    .startsWith("127.0.0.1:" + socket.getLocalPort() + " is taken by process "
                            + ProcessHandle.current().pid() + " (")
                    .contains("java");
        }
    }

    @Test
    void saysNothingOfAFreePort() throws IOException {
        int port;
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }

        assertThat(Ports.taken(List.of(Ports.at("127.0.0.1", port)))).isEmpty();
    }

    @Test
    void readsTheLabsOwnPolicy() {
        var policy = PolicyFile.read(Path.of("..", "config", "lab-policy.yml"));

        assertThat(policy.soak())
                .isEqualTo(new Policy.Soak(Duration.ofSeconds(10), Duration.ofSeconds(6), Duration.ofMillis(500)));
        assertThat(policy.failureBudget()).isEqualTo(2);
        assertThat(policy.minimumActive()).isEmpty();
    }

    @Test
    void refusesAPolicyWithAValueThatIsNotAllowed() throws IOException {
        var lab = Files.readString(Path.of("..", "config", "lab-policy.yml"));
        var bad = Files.writeString(folder.resolve("bad.yml"), lab.replace("canary: PT10S", "canary: PT0S"));

        assertThatThrownBy(() -> PolicyFile.read(bad))
                .isInstanceOf(UnusableSetting.class)
                .hasMessageContaining("soak.canary is PT0S: allowed is more than PT0S");
    }
}
