package io.mddc.upgrade.worker.installer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mddc.upgrade.cluster.Version;
import io.mddc.upgrade.worker.control.Command;
import io.mddc.upgrade.worker.fixture.OtherJvm;
import io.mddc.upgrade.worker.fixture.OwnRoot;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DebianInstallerTest {
    private OwnRoot root;
    private DebianInstaller installer;

    @BeforeEach
    void makeRoot(@TempDir Path folder) {
        root = OwnRoot.in(folder.resolve("root"));
        installer = new DebianInstaller(root.folder().toString(), new Scripts(folder.resolve("scripts")));
    }

    @AfterEach
    void stopService() {
        root.stopService();
    }

    @Test
    void installsUpgradesAndGoesBack() {
        assertThat(installer.installed("md-core")).isEmpty();

        assertThat(install(root.build("5.16.0-1"))).isZero();
        assertThat(installer.installed("md-core")).contains(new Version("5.16.0-1"));
        assertThat(install(root.build("5.17.0-1"))).isZero();
        assertThat(installer.installed("md-core")).contains(new Version("5.17.0-1"));
        assertThat(install(root.build("5.16.0-1"))).isZero();

        assertThat(installer.installed("md-core")).contains(new Version("5.16.0-1"));
        assertThat(root.installsOf("5.17.0-1")).isEqualTo(1);
        assertThat(root.pidFile()).exists();
    }

    @Test
    void calledHalfConfiguredNotInstalledAndRepairedByTheFormerPackage() {
        install(root.build("5.16.0-1"));

        assertThat(install(root.build("5.17.0-1", "exit 3"))).isNotZero();
        assertThat(installer.installed("md-core")).isEmpty();

        assertThat(install(root.build("5.16.0-1"))).isZero();
        assertThat(installer.installed("md-core")).contains(new Version("5.16.0-1"));
    }

    @Test
    void dryRunChangesNothing() {
        var built = root.build("5.17.0-1");

        installer.dryRun(built.file());

        assertThat(installer.installed("md-core")).isEmpty();
        assertThat(root.installsOf("5.17.0-1")).isZero();
    }

    @Test
    void dryRunRefusesWhatIsNoPackage(@TempDir Path folder) throws IOException {
        var file = Files.writeString(folder.resolve("x.deb"), "not a package");

        assertThatThrownBy(() -> installer.dryRun(file))
                .isInstanceOf(DryRunRefused.class)
                .hasMessageContaining("x.deb")
                .hasMessageContaining("unexpected end of file");
    }

    @Test
    void seesThatAPackageAsksForAReboot() {
        install(root.build("5.16.0-1"));
        assertThat(installer.rebootMarker().reason()).isEmpty();

        var asks =
                "mkdir -p $DPKG_ROOT/run; cd $DPKG_ROOT/run; touch reboot-required; echo md-core >reboot-required.pkgs";
        install(root.build("5.17.0-1", asks));

        assertThat(installer.rebootMarker().reason()).contains("asked for by md-core");
    }

    @Test
    void namesWhoHoldsThePackageDatabase() throws IOException {
        assertThat(installer.heldBy()).isEmpty();
        var lock = root.folder().resolve("var/lib/dpkg/lock-frontend");
        Files.createFile(lock);
        assertThat(installer.heldBy()).isEmpty();

        var holder = OtherJvm.running(OtherJvm.LockHolder.class, lock.toString());
        try {
            assertThat(holder.getInputStream().readNBytes(4)).asString().isEqualTo("held");

            assertThat(installer.heldBy())
                    .hasValueSatisfying(it ->
                            assertThat(it).contains("process " + holder.pid()).contains("java"));
        } finally {
            holder.destroyForcibly();
        }
    }

    @Test
    void ownLockOnAnotherFileDoesNotDisturb(@TempDir Path folder) throws IOException {
        try (var channel =
                FileChannel.open(folder.resolve("other"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            assertThat(channel.tryLock()).isNotNull();

            assertThat(installer.heldBy()).isEmpty();
        }
    }

    private int install(OwnRoot.Built built) {
        return new Command(installer.install(built.description(), built.file()), Duration.ofSeconds(30))
                .run()
                .exitStatus();
    }
}
