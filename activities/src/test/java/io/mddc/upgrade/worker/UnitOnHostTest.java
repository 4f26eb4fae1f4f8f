package io.mddc.upgrade.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mddc.upgrade.cluster.OperationId;
import io.mddc.upgrade.cluster.UpgradeId;
import io.mddc.upgrade.cluster.Version;
import io.mddc.upgrade.contract.DrainOutcome;
import io.mddc.upgrade.contract.HostOrders.BeginInstall;
import io.mddc.upgrade.contract.HostOrders.Drain;
import io.mddc.upgrade.contract.HostOrders.Isolate;
import io.mddc.upgrade.contract.HostOrders.Observe;
import io.mddc.upgrade.contract.HostOrders.Rejoin;
import io.mddc.upgrade.contract.HostOrders.Upload;
import io.mddc.upgrade.contract.HostOrders.Verify;
import io.mddc.upgrade.contract.InstallOutcome;
import io.mddc.upgrade.contract.Isolated;
import io.mddc.upgrade.contract.Verification;
import io.mddc.upgrade.run.Step;
import io.mddc.upgrade.worker.artifact.DigestDiffers;
import io.mddc.upgrade.worker.fixture.OwnRoot;
import io.mddc.upgrade.worker.fixture.TestHost;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The activities one after the other, as a unit goes through them, with a real dpkg and a real process. */
class UnitOnHostTest {
    private static final OperationId OPERATION = OneInstance.OPERATION;
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final Instant LATER = Instant.parse("2026-12-01T00:00:00Z");

    private TestHost host;
    private HostActivitiesImpl activities;
    private OwnRoot.Built former;
    private OwnRoot.Built target;

    @BeforeEach
    void runFormerVersion(@TempDir Path folder) throws IOException {
        host = TestHost.in(folder);
        former = host.offering(host.root().build("5.16.0-1"));
        target = host.offering(host.root().build("5.17.0-1"));
        var config = WorkerConfig.read(host.config("127.0.21.3:9"));
        var controlCenter = new ControlCenter(config.controlCenter());
        activities = new HostActivitiesImpl(
                OneInstance.configured(config),
                WorkerApplication.store(config, controlCenter),
                WorkerApplication.installation(config),
                new Permits(config.host(), controlCenter),
                OneInstance.heartbeat());
        upload(former);
        install(Step.INSTALL, former, new OperationId(new UpgradeId("2026-11-21-1"), OneInstance.CORE, 1));
    }

    @AfterEach
    void close() {
        host.close();
    }

    @Test
    void goesFromTheFormerVersionToTheTarget() {
        var uploaded = activities.upload(
                new Upload(OneInstance.CORE, target.description(), Optional.of(former.description())));
        assertThat(uploaded.formerKept()).isTrue();
        var isolated = isolate();
        assertThat(host.core().isolationOwner()).contains("upgrade/2026-11-22-1");
        assertThat(drain()).isInstanceOf(DrainOutcome.Drained.class);

        var outcome = install(target, 1);

        assertThat(outcome).isInstanceOf(InstallOutcome.Installed.class);
        host.core().version("5.17.0").restarts();
        var installed = (InstallOutcome.Installed) outcome;
        assertThat(activities.verify(verifyAfter(installed, isolated))).isInstanceOf(Verification.Fit.class);
        assertThat(activities
                        .rejoin(new Rejoin(OneInstance.CORE, new UpgradeId("2026-11-22-1"), LIMIT))
                        .eligible())
                .isTrue();
        var observed = activities.observe(new Observe(OneInstance.CORE));
        assertThat(observed.isFit()).isTrue();
        assertThat(observed.instance().installed()).contains(new Version("5.17.0-1"));
        assertThat(host.root().installsOf("5.17.0-1")).isEqualTo(1);
    }

    /** As it would be asked for when the clock was set back by an hour during the install. */
    private Verify verifyAfter(InstallOutcome.Installed installed, Isolated isolated) {
        var version = target.description().version();
        var began = installed.began().plus(Duration.ofHours(1));
        return new Verify(OneInstance.CORE, version, began, isolated.baseline(), LIMIT, installed.beganByUptime());
    }

    @Test
    void asksForAPermitBeforeEachEffectAndNamesTheDigestOfWhatItInstalls() {
        upload(target);
        isolate();
        drain();
        install(target, 1);
        activities.rejoin(new Rejoin(OneInstance.CORE, new UpgradeId("2026-11-22-1"), LIMIT));

        var asked = host.controlCenter().permitsAsked();
        assertThat(asked.subList(1, asked.size())).extracting("step").containsExactly(Step.DRAIN, Step.INSTALL);
        assertThat(asked.get(2).digest()).contains(target.description().digest());
    }

    @Test
    void installsOnceHoweverOftenItIsAskedTo() {
        upload(target);
        assertThat(install(target, 1)).isEqualTo(install(target, 1));

        assertThat(host.root().installsOf("5.17.0-1")).isEqualTo(1);
    }

    @Test
    void installsNothingWhenTheBytesOnTheHostChanged() throws IOException {
        upload(target);
        Files.writeString(host.packages().resolve(target.description().digest().toString()), "something else");

        assertThatThrownBy(() -> install(target, 1)).isInstanceOf(DigestDiffers.class);

        assertThat(host.root().installsOf("5.17.0-1")).isZero();
        assertThat(host.controlCenter().permitsAsked()).hasSize(1);
    }

    @Test
    void installsNothingWithoutAPermit() {
        upload(target);
        host.controlCenter().answeringPermitsWith(409);

        assertThatThrownBy(() -> install(target, 1)).isInstanceOf(PermitRefused.class);
        assertThatThrownBy(this::isolate).isInstanceOf(PermitRefused.class);

        assertThat(host.root().installsOf("5.17.0-1")).isZero();
        assertThat(host.core().isolationOwner()).isEmpty();
    }

    @Test
    void tellsWhatAFailedInstallerSaidLast() {
        var bad = host.offering(host.root().build("5.18.0-1", "echo the database is of wood; exit 3"));
        upload(bad);

        assertThat(install(bad, 1)).isInstanceOfSatisfying(InstallOutcome.NotInstalled.class, not -> {
            assertThat(not.exitStatus()).isEqualTo(1);
            assertThat(not.installed()).isEmpty();
            assertThat(not.sentence()).contains("the database is of wood").contains("not configured");
        });
        assertThat(install(former, 2)).isInstanceOf(InstallOutcome.Installed.class);
    }

    @Test
    void stopsAnInstallerThatHangsAndLeavesTheDatabaseFitForTheWayBack() {
        var hanging = host.offering(host.root().build("5.18.0-1", "sleep 600"));
        upload(hanging);
        var order = new BeginInstall(OPERATION, Step.INSTALL, hanging.description(), Duration.ofSeconds(2));
        activities.beginInstall(order);

        assertThat(activities.awaitInstall(order)).isInstanceOfSatisfying(InstallOutcome.NotInstalled.class, not -> {
            assertThat(not.exitStatus()).isEqualTo(124);
            assertThat(not.sentence()).contains("was stopped after its limit of PT2S");
        });
        assertThat(install(former, 2)).isInstanceOf(InstallOutcome.Installed.class);
    }

    @Test
    void putsFormerPackageAndConfigurationBackAsTheyWereBeforeTheFirstAttempt() throws IOException {
        Files.writeString(host.configuration(), "files_at_once=8\n");
        var rewriting = "echo files_at_once=1 > " + host.configuration() + "; exit 3";
        var bad = host.offering(host.root().build("5.18.0-1", rewriting));
        activities.upload(new Upload(OneInstance.CORE, bad.description(), Optional.of(former.description())));
        install(bad, 1);
        install(bad, 2);
        assertThat(host.configuration()).hasContent("files_at_once=1");

        var outcome = install(Step.WAY_BACK, former, 3);

        assertThat(outcome).isInstanceOf(InstallOutcome.Installed.class);
        assertThat(host.configuration()).hasContent("files_at_once=8");
        assertThat(host.controlCenter().permitsAsked())
                .last()
                .extracting("step")
                .isEqualTo(Step.WAY_BACK);
        assertThat(host.root().audit()).isEmpty();
    }

    @Test
    void closesAnInstallThatWasNeverBegun() {
        var outcome = activities.awaitInstall(new BeginInstall(OPERATION, Step.INSTALL, target.description(), LIMIT));

        assertThat(outcome).isInstanceOfSatisfying(InstallOutcome.Interrupted.class, interrupted -> {
            assertThat(interrupted.sentence()).contains("never begun");
            assertThat(interrupted.installed()).contains(new Version("5.16.0-1"));
        });
        upload(target);
        assertThat(install(target, 1)).isInstanceOf(InstallOutcome.Interrupted.class);
        assertThat(host.root().installsOf("5.17.0-1")).isZero();
    }

    private Isolated isolate() {
        return activities.isolate(new Isolate(OPERATION, Step.DRAIN, "upgrade to 5.17.0-1", LATER));
    }

    private DrainOutcome drain() {
        return activities.drain(new Drain(OneInstance.CORE, LIMIT, Duration.ofMillis(200)));
    }

    private void upload(OwnRoot.Built built) {
        activities.upload(new Upload(OneInstance.CORE, built.description(), Optional.empty()));
    }

    private InstallOutcome install(OwnRoot.Built built, int n) {
        return install(Step.INSTALL, built, n);
    }

    private InstallOutcome install(Step step, OwnRoot.Built built, int n) {
        return install(step, built, new OperationId(OPERATION.upgrade(), OPERATION.instance(), n));
    }

    private InstallOutcome install(Step step, OwnRoot.Built built, OperationId operation) {
        var order = new BeginInstall(operation, step, built.description(), LIMIT);
        activities.beginInstall(order);
        return activities.awaitInstall(order);
    }
}
