package io.mddc.upgrade.lab.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mddc.upgrade.lab.packaging.LabPart;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClusterConfigFileTest {
    private static final Path SHIPPED = Path.of("..", "config", "lab.yml");

    @TempDir
    private Path folder;

    @Test
    void readsTheShippedFile() {
        var config = ClusterConfigFile.read(SHIPPED);

        assertThat(config.shape().cores()).isEqualTo(3);
        assertThat(config.core().engineLoadTime()).isEqualTo(Duration.ofSeconds(2));
        assertThat(config.version(LabPart.CORE).value()).isEqualTo("5.16.0-1");
    }

    @Test
    void namesKeyValueAndWhatIsAllowed() {
        assertThatThrownBy(() -> read("cores: 3", "cores: 0")).hasMessageContaining("cores is 0: allowed is 1 to 50");
        assertThatThrownBy(() -> read("coreLease: PT3S", "coreLease: PT0S"))
                .hasMessageContaining("coreLease is PT0S: allowed is more than PT0S");
        assertThatThrownBy(() -> read("gateways: 2", "gatewys: 2")).hasMessageContaining("gateways");
        assertThatThrownBy(() -> read("gateways: 2", "gateways: 2\n    colour: red"))
                .hasMessageContaining("colour");
        assertThatThrownBy(() -> read("p99: PT20S", "p99: PT0.1S")).hasMessageContaining("more than the median PT0.2S");
    }

    @Test
    void placesPartsAsTheDesignSays() {
        var layout = ClusterLayout.of(ClusterConfigFile.read(SHIPPED).shape());

        assertThat(layout.instances())
                .extracting(instance -> instance.host() + " " + instance.id() + " " + instance.url())
                .containsExactly(
                        "host-a shared-1 http://127.0.0.1:8880",
                        "host-a file-storage-1 http://127.0.0.1:8890",
                        "host-a identity-1 http://127.0.0.1:8891",
                        "host-a gateway-1 http://127.0.0.1:8899",
                        "host-a core-1 http://127.0.0.1:8008",
                        "host-a control-center http://127.0.0.1:8892",
                        "host-a worker-a http://127.0.0.1:8893",
                        "host-b gateway-2 http://127.0.0.2:8899",
                        "host-b core-2 http://127.0.0.2:8008",
                        "host-b worker-b http://127.0.0.2:8893",
                        "host-c core-3 http://127.0.0.3:8008",
                        "host-c worker-c http://127.0.0.3:8893");
    }

    private void read(String text, String replacement) throws IOException {
        var file = folder.resolve("lab.yml");
        Files.writeString(file, Files.readString(SHIPPED).replace(text, replacement));
        ClusterConfigFile.read(file);
    }
}
