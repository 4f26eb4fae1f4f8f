package io.mddc.upgrade.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mddc.upgrade.cluster.Component;
import io.mddc.upgrade.cluster.HostId;
import io.mddc.upgrade.cluster.InstanceId;
import io.mddc.upgrade.worker.control.LocalProcess;
import io.mddc.upgrade.worker.control.SystemdService;
import io.mddc.upgrade.worker.installer.Detachment;
import io.mddc.upgrade.worker.installer.RedhatInstaller.Repositories;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkerConfigTest {
    private static final Path SHIPPED = Path.of("..", "config", "worker.yml");

    @TempDir
    private Path folder;

    @Test
    void readsTheShippedFile() {
        var config = WorkerConfig.read(SHIPPED);

        assertThat(config.host()).isEqualTo(new HostId("host-a"));
        assertThat(config.dataFolder()).isAbsolute().endsWithRaw(Path.of("data/worker"));
        assertThat(config.controlCenter().url()).isEqualTo(URI.create("http://127.0.0.1:8892"));
        assertThat(config.engine()).isEqualTo(new WorkerConfig.EngineAt("127.0.0.1:7233", "default"));
        assertThat(config.reportEvery()).isEqualTo(Duration.ofSeconds(2));
        assertThat(config.poll()).isEqualTo(Duration.ofMillis(100));
        assertThat(config.noProcess()).isEqualTo(Duration.ofSeconds(10));
        assertThat(config.rebootCommand()).isEmpty();
        assertThat(config.installer().root()).isEmpty();
        assertThat(config.instances()).singleElement().satisfies(instance -> {
            assertThat(instance.id()).isEqualTo(new InstanceId("core-1"));
            assertThat(instance.component()).isEqualTo(Component.CORE);
            assertThat(instance.apiKeyFile()).isPresent();
            assertThat(instance.packageName()).isEqualTo("md-core");
            assertThat(instance.service())
                    .isEqualTo(new LocalProcess(
                            List.of("/opt/opswat/md-core/bin/service"),
                            Path.of("/var/lib/opswat/md-core/service.pid")));
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    host: host-a                     | host: Host A              | host is 'Host A'
                    host: host-a                     | hots: host-a              | unknown key hots
                    reportEvery: PT2S                | reportEvery: PT0S         | reportEvery is 'PT0S'
                    reportEvery: PT2S                | rebootCommand: systemctl  | rebootCommand is '"systemctl"'
                    reportEvery: PT2S                | reportEvery: 2            | reportEvery is '2'
                    kind: DEBIAN                     | kind: RPM                 | installer.kind is 'RPM': allowed is one of [DEBIAN, REDHAT, ARCHIVE]
                    kind: DEBIAN                     | kind: ARCHIVE             | installer.root is '': allowed is the folder that archives
                    root: ""                         | detached: NOHUP           | installer.detached is 'NOHUP': allowed is one of [SESSION, SYSTEMD]
                    root: ""                         | repositories: MINE        | installer.repositories is 'MINE': allowed is one of [CONFIGURED, NONE]
                    control: [/opt/opswat/md-core/bin/service] | kind: SYSTEMD   | unknown key instances[0].service.pidFile
                    component: CORE                  | component: ROUTER         | instances[0].component is 'ROUTER': allowed is one of
                    "http://127.0.0.1:8892"          | 127.0.0.1:8892            | controlCenter.url is '127.0.0.1:8892'
                    "127.0.0.1:7233"                 | localhost                 | engine.target is 'localhost'
                    package: md-core                 | package: "; rm"           | instances[0].package is '; rm'
                    control: [/opt/opswat/md-core/bin/service] | control: []     | instances[0].service.control is '[]'
                    - id: core-1                     | - id: Core 1              | instances[0].id is 'Core 1'
                    dataFolder: data/worker          | host: host-b              | not YAML
                    """)
    void refusesABadValueNamingKeyValueAndWhatIsAllowed(String good, String bad, String message) throws IOException {
        var text = Files.readString(SHIPPED);
        assertThat(text).contains(good);
        var file = Files.writeString(folder.resolve("worker.yml"), text.replace(good, bad));

        assertThatThrownBy(() -> WorkerConfig.read(file))
                .isInstanceOf(BadConfig.class)
                .hasMessageContaining(message);
    }

    @Test
    void readsAHostOfRedHatWithSystemd() throws IOException {
        var text = Files.readString(SHIPPED)
                .replace("kind: DEBIAN", "kind: REDHAT\n  repositories: NONE\n  detached: SYSTEMD")
                .replaceAll("control: .*", "kind: SYSTEMD")
                .replaceAll("pidFile: .*", "unit: md-core.service");

        var config = WorkerConfig.read(Files.writeString(folder.resolve("worker.yml"), text));

        assertThat(config.installer())
                .isEqualTo(new InstallerChoice(
                        InstallerChoice.Kind.REDHAT, Optional.empty(), Repositories.NONE, Detachment.SYSTEMD));
        assertThat(config.instances().get(0).service()).isEqualTo(new SystemdService("md-core.service"));
    }

    @Test
    void refusesTheSameInstanceTwice() throws IOException {
        var text = Files.readString(SHIPPED);
        var instance = text.substring(text.indexOf("  - id: core-1"));
        var file = Files.writeString(folder.resolve("worker.yml"), text + instance);

        assertThatThrownBy(() -> WorkerConfig.read(file)).hasMessageContaining("each id once");
    }

    @Test
    void refusesAMissingFileAndAMissingKey() throws IOException {
        assertThatThrownBy(() -> WorkerConfig.read(folder.resolve("none"))).hasMessageContaining("none");

        var file = Files.writeString(folder.resolve("worker.yml"), "dataFolder: data\n");
        assertThatThrownBy(() -> WorkerConfig.read(file)).hasMessageContaining("host is missing");
    }

    @Test
    void givesItsFolderToOneWorkerOnly() {
        try (var claimed = DataFolder.claim(folder)) {
            assertThat(claimed).isNotNull();
            assertThat(folder.resolve("worker.lock")).exists();
        }
    }
}
