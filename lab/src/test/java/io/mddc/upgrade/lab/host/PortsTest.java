package io.mddc.upgrade.lab.host;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

class PortsTest {
    private static final String ADDRESS = "127.0.24.5";

    @Test
    void namesTheProcessThatHasThePort() throws IOException {
        try (var taken = new ServerSocket(0, 1, InetAddress.getByName(ADDRESS))) {
            assertThatThrownBy(() -> Ports.requireFree(ADDRESS, taken.getLocalPort()))
                    .isInstanceOf(PortTaken.class)
                    .hasMessageContaining(
                            "is taken by process " + ProcessHandle.current().pid());
        }
    }

    @Test
    void acceptsAFreeOne() {
        assertThatCode(() -> Ports.requireFree(ADDRESS, 0)).doesNotThrowAnyException();
    }
}
