package io.mddc.upgrade.worker;

import static org.assertj.core.api.Assertions.assertThat;

import io.mddc.upgrade.cluster.OperationId;
import io.mddc.upgrade.cluster.UpgradeId;
import io.mddc.upgrade.contract.Baseline;
import io.mddc.upgrade.contract.DrainOutcome;
import io.mddc.upgrade.contract.HostOrders.BeginInstall;
import io.mddc.upgrade.contract.HostOrders.Drain;
import io.mddc.upgrade.contract.HostOrders.Isolate;
import io.mddc.upgrade.contract.HostOrders.Rejoin;
import io.mddc.upgrade.contract.HostOrders.Upload;
import io.mddc.upgrade.contract.HostOrders.Verify;
import io.mddc.upgrade.contract.InstallOutcome.Installed;
import io.mddc.upgrade.contract.Isolated;
import io.mddc.upgrade.contract.Rejoined;
import io.mddc.upgrade.contract.Verification;
import io.mddc.upgrade.run.Step;
import io.mddc.upgrade.run.WorkInProgress;
import io.mddc.upgrade.worker.fixture.OwnRoot;
import io.mddc.upgrade.worker.fixture.TestHost;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An instance whose real process was killed, with a real service control, a real pid file and a real dpkg. */
class DeadInstanceTest {
    private static final OperationId OPERATION = OneInstance.OPERATION;
    private static final Duration LONG = Duration.ofHours(1);

    private TestHost host;
    private HostActivitiesImpl activities;

    @BeforeEach
    void killIt(@TempDir Path folder) throws IOException {
        host = TestHost.in(folder);
        var config = WorkerConfig.read(host.config("127.0.0.61:9"));
        var controlCenter = new ControlCenter(config.controlCenter());
        activities = new HostActivitiesImpl(
                OneInstance.configured(config),
                WorkerApplication.store(config, controlCenter),
                WorkerApplication.installation(config),
                new Permits(config.host(), controlCenter),
                OneInstance.heartbeat());
        install(host.root().build("5.16.0-1"), 9);
        kill();
    }

    /** The pid file stays behind. */
    private void kill() throws IOException {
        long pid = Long.parseLong(Files.readString(host.root().pidFile()).strip());
        ProcessHandle.of(pid).orElseThrow().destroyForcibly();
        ProcessHandle.of(pid).ifPresent(process -> process.onExit().join());
        host.core().silent();
    }

    @AfterEach
    void close() {
        host.close();
    }

    @Test
    void goesThroughItsUnitAsAnyOther() {
        var isolated = isolate();
        assertThat(isolated).isEqualTo(new Isolated(new WorkInProgress(0, List.of()), Baseline.OF_NO_PROCESS));
        assertThat(drain()).isEqualTo(new DrainOutcome.Drained(0));

        var target = host.root().build("5.17.0-1");
        var installed = install(target, 1);
        host.core().version("5.17.0").quietAgain();

        assertThat(activities.verify(new Verify(
                        OneInstance.CORE,
                        target.description().version(),
                        installed.began(),
                        isolated.baseline(),
                        LONG,
                        installed.beganByUptime())))
                .isInstanceOf(Verification.Fit.class);
        assertThat(rejoin(LONG).eligible()).isTrue();
    }

    @Test
    void isUnfitAfterAnInstallThatStartsNoProcessToStay() {
        var target = host.root().build("5.17.0-1");
        var installed = install(target, 1);
        host.root().stopService();

        assertThat(activities.verify(new Verify(
                        OneInstance.CORE,
                        target.description().version(),
                        installed.began(),
                        Baseline.OF_NO_PROCESS,
                        LONG,
                        installed.beganByUptime())))
                .isEqualTo(new Verification.Unfit(
                        "it does not run: its service has no process for PT1S, and the host does not call it running"));
    }

    @Test
    void isLeftToAPersonWhenItsIsolationCannotBeEnded() {
        assertThat(rejoin(Duration.ofMillis(500)).sentence())
                .contains("no process")
                .contains("could not be ended");
    }

    private Isolated isolate() {
        return activities.isolate(
                new Isolate(OPERATION, Step.DRAIN, "upgrade to 5.17.0-1", Instant.parse("2026-12-01T00:00:00Z")));
    }

    private DrainOutcome drain() {
        return activities.drain(new Drain(OneInstance.CORE, LONG, Duration.ofMillis(200)));
    }

    private Rejoined rejoin(Duration eligible) {
        return activities.rejoin(new Rejoin(OneInstance.CORE, new UpgradeId("2026-11-22-1"), eligible));
    }

    private Installed install(OwnRoot.Built built, int n) {
        var offered = host.offering(built).description();
        activities.upload(new Upload(OneInstance.CORE, offered, Optional.empty()));
        var order = new BeginInstall(
                new OperationId(OPERATION.upgrade(), OPERATION.instance(), n),
                Step.INSTALL,
                offered,
                Duration.ofMinutes(1));
        activities.beginInstall(order);
        return (Installed) activities.awaitInstall(order);
    }
}
