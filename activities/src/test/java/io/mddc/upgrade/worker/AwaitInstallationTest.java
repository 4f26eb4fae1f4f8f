package io.mddc.upgrade.worker;

import static org.assertj.core.api.Assertions.assertThat;

import io.mddc.upgrade.cluster.Component;
import io.mddc.upgrade.cluster.PackageFile;
import io.mddc.upgrade.cluster.PackageFormat;
import io.mddc.upgrade.cluster.Sha256;
import io.mddc.upgrade.cluster.Version;
import io.mddc.upgrade.contract.HostOrders.BeginInstall;
import io.mddc.upgrade.contract.InstallOutcome;
import io.mddc.upgrade.run.Step;
import io.mddc.upgrade.worker.WorkerConfig.ControlCenterAt;
import io.mddc.upgrade.worker.control.HostRestart;
import io.mddc.upgrade.worker.fixture.ShellInstaller;
import io.mddc.upgrade.worker.installer.DetachedInstall;
import io.mddc.upgrade.worker.installer.Detachment;
import io.mddc.upgrade.worker.installer.InstallJournal;
import io.mddc.upgrade.worker.installer.KeptConfiguration;
import io.mddc.upgrade.worker.installer.Scripts;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An installer with the exit statuses of Windows Installer, run detached for real. */
class AwaitInstallationTest {
    private final OneInstance instance = new OneInstance();

    @TempDir
    private Path folder;

    @AfterEach
    void close() {
        instance.close();
    }

    @Test
    void takesAnExitStatusThatAsksForARebootForGood() {
        var outcome = outcome(3010);

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        InstallOutcome.Installed.class,
                        it -> assertThat(it.needsReboot())
                                .contains("the installer did it and needs a reboot (Windows Installer 3010)"));
    }

    @Test
    void saysWhatAnExitStatusMeansThoughTheVersionIsThere() {
        var outcome = outcome(1603);

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        InstallOutcome.NotInstalled.class,
                        it -> assertThat(it.sentence())
                                .startsWith("the installer of x-5.17.0-x64.msi failed and took back what it had done"));
    }

    private InstallOutcome outcome(int exitStatus) {
        var target = new PackageFile(
                new Sha256("a".repeat(64)), 1, Component.CORE, "x", new Version("5.17.0"), "x64", PackageFormat.MSI);
        var installation = installation(new ShellInstaller(folder, exitStatus));
        var order =
                new BeginInstall(OneInstance.OPERATION, Step.INSTALL, target, Duration.ofMinutes(1), Optional.empty());
        var begin =
                new DetachedInstall.Begin(order.operation(), target.digest(), Duration.ofDays(10_000), order.limit());
        installation.detached().spawn(begin, installation.installer().install(target, folder.resolve("x.msi")));

        return new AwaitInstallation(instance.instances(), installation, runs(installation)).await(order);
    }

    /** Nobody is asked: the installer has been started. */
    private DetachedRuns runs(Installation installation) {
        var nobody = new ControlCenterAt(URI.create("http://127.0.0.1:9"), folder.resolve("credential"));
        return new DetachedRuns(
                installation, new Permits(OneInstance.HOST, new ControlCenter(nobody)), OneInstance.heartbeat());
    }

    private Installation installation(ShellInstaller installer) {
        var journal = new InstallJournal(folder.resolve("journal"));
        var scripts = new Scripts(folder.resolve("scripts"));
        return new Installation(
                installer,
                journal,
                new DetachedInstall(folder.resolve("lock"), journal, scripts, Detachment.SESSION),
                new KeptConfiguration(folder.resolve("kept")),
                scripts,
                new HostRestart(List.of(), folder.resolve("reboots"), Optional::empty));
    }
}
