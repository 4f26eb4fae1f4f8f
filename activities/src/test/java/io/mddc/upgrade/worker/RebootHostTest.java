package io.mddc.upgrade.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mddc.upgrade.cluster.OperationId;
import io.mddc.upgrade.contract.HostOrders.Reboot;
import io.mddc.upgrade.contract.RebootOutcome;
import io.mddc.upgrade.protocol.PermitRequest;
import io.mddc.upgrade.run.Step;
import io.mddc.upgrade.worker.control.HostRestart;
import io.mddc.upgrade.worker.fixture.TestHost;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A host whose command leaves a line in a file each time it is run; that it was started again is said by a file too. */
class RebootHostTest {
    private static final OperationId OPERATION = OneInstance.OPERATION;

    @TempDir
    private Path folder;

    private TestHost host;
    private WorkerConfig config;
    private Path asked;
    private Path boot;

    @BeforeEach
    void configure() throws IOException {
        host = TestHost.in(folder);
        config = WorkerConfig.read(host.config("127.0.0.61:9"));
        asked = folder.resolve("asked");
        boot = Files.writeString(folder.resolve("boot"), "first");
    }

    @AfterEach
    void close() {
        host.close();
    }

    @Test
    void asksTheHostOnceForAnOperationWhoeverLooks() throws IOException {
        assertThat(reboot(asking())).isInstanceOf(RebootOutcome.StillUp.class);
        assertThat(reboot(asking())).isInstanceOf(RebootOutcome.StillUp.class);
        assertThat(asked).hasContent("asked");

        Files.writeString(boot, "second");

        assertThat(reboot(asking())).isEqualTo(new RebootOutcome.Rebooted("second"));
        assertThat(asked).hasContent("asked");
        assertThat(host.controlCenter().permitsAsked())
                .containsExactly(new PermitRequest(
                        OPERATION, Step.INSTALL, Optional.empty(), Optional.of(OPERATION.instance())));
    }

    @Test
    void asksNoHostThatWasStartedAgainMeanwhile() throws IOException {
        Files.writeString(boot, "second");

        assertThat(reboot(asking())).isEqualTo(new RebootOutcome.Rebooted("second"));
        assertThat(asked).doesNotExist();
    }

    @Test
    void asksNobodyWithoutAPermit() {
        host.controlCenter().answeringPermitsWith(409);

        assertThatThrownBy(() -> reboot(asking())).isInstanceOf(PermitRefused.class);
        assertThat(asked).doesNotExist();
    }

    @Test
    void aWorkerThatDiedAfterTheNoteDoesNotAskAgain() throws IOException {
        Files.createDirectories(folder.resolve("reboots"));
        Files.writeString(folder.resolve("reboots/2026-11-22-1_core-1_1.jsonl"), "{\"event\":\"asked\"}\n");

        assertThat(reboot(asking())).isInstanceOf(RebootOutcome.StillUp.class);
        assertThat(asked).doesNotExist();
    }

    @Test
    void saysWhyTheCommandDidNotWork() {
        var refusing = List.of("sh", "-c", "echo no rights; exit 4");

        assertThat(reboot(refusing)).isEqualTo(new RebootOutcome.Refused(refusing + " ended with 4: no rights"));
        assertThat(reboot(asking())).isInstanceOf(RebootOutcome.Refused.class);
    }

    @Test
    void refusesWhereWorkerYmlNamesNoCommand() {
        assertThat(reboot(config.rebootCommand()))
                .isEqualTo(new RebootOutcome.Refused("worker.yml of host-a names no rebootCommand."));
    }

    private List<String> asking() {
        return List.of("sh", "-c", "echo asked >> \"$1\"", "ask", asked.toString());
    }

    private RebootOutcome reboot(List<String> command) {
        var usual = WorkerApplication.installation(config);
        var restart = new HostRestart(command, folder.resolve("reboots"), this::boot);
        var installation = new Installation(
                usual.installer(), usual.journal(), usual.detached(), usual.configuration(), usual.scripts(), restart);
        var permits = new Permits(config.host(), new ControlCenter(config.controlCenter()));
        return new RebootHost(OneInstance.configured(config), installation, permits, OneInstance.heartbeat())
                .reboot(new Reboot(OPERATION, "first", Duration.ofMillis(100)));
    }

    private Optional<String> boot() {
        try {
            return Optional.of(Files.readString(boot));
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
