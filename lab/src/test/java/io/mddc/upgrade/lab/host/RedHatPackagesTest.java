package io.mddc.upgrade.lab.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mddc.upgrade.cluster.HostId;
import io.mddc.upgrade.cluster.PackageFormat;
import io.mddc.upgrade.cluster.Version;
import io.mddc.upgrade.lab.fault.FaultKind;
import io.mddc.upgrade.lab.packaging.LabPart;
import io.mddc.upgrade.lab.packaging.PackageBuilder;
import io.mddc.upgrade.lab.packaging.ShellPackage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A part of the lab from its .rpm, by real rpm and dnf. */
class RedHatPackagesTest {
    private static final LabPart PART = LabPart.FILE_STORAGE;
    private static final String NAME = PART.packageName();
    private static final Version FORMER = new Version("2.5.0-1");
    private static final Version TARGET = new Version("2.6.0-1");

    private final PackageBuilder builder = new PackageBuilder();

    @TempDir
    private Path folder;

    private LayeredHost host;

    @BeforeEach
    void boot() throws IOException {
        RedHatHost.assumeHere();
        host = new LayeredHost(new HostId("host-p"), "127.0.24.9", folder.resolve("host-p"), PackageFormat.RPM);
        var etc = Files.createDirectories(host.outside(Path.of("/etc/opswat", NAME)));
        Files.writeString(etc.resolve("jvm.options"), "-Xmx64m\n-XX:TieredStopAtLevel=1\n");
        Files.createSymbolicLink(etc.resolve("java"), InstanceFiles.java());
        Files.writeString(etc.resolve("instance.properties"), """
                address=127.0.24.9
                port=0
                dataFolder=/var/lib/opswat/%1$s/data
                versionFile=/opt/opswat/%1$s/VERSION
                """.formatted(NAME));
        host.boot();
        host.packages().install(List.of(ShellPackage.build(folder)));
    }

    @AfterEach
    void cut() {
        if (host != null) {
            host.close();
        }
    }

    @Test
    void showsEachVersionThatWasUnpackedAndTheOneThatIsThere() {
        install(build(FORMER));
        var before = host.servicePid(NAME).orElseThrow();
        install(build(TARGET));
        var after = host.servicePid(NAME).orElseThrow();

        assertThat(after).isNotEqualTo(before);
        assertThat(ProcessHandle.of(before)).isEmpty();
        assertThat(host.packages().installed(NAME)).contains(TARGET);
        assertThat(host.packages().installs(NAME))
                .extracting(PackageInstall::version)
                .containsExactly(FORMER, TARGET);
        assertThat(host.installerRuns(NAME)).extracting(InstallerRun::version).containsExactly(FORMER, TARGET);
        assertThat(host.packages().inconsistencies(NAME)).isEmpty();

        host.run(List.of(
                "dnf", "-y", "--disablerepo=*", "downgrade", build(FORMER).toString()));
        assertThat(host.packages().installed(NAME)).contains(FORMER);
        assertThat(host.packages().installs(NAME))
                .extracting(PackageInstall::version)
                .containsExactly(FORMER, TARGET, FORMER);
        assertThat(host.servicePid(NAME)).isPresent();
    }

    @Test
    void keepsWhatWasThereWhenTheNewOneFailsEarly() {
        install(build(FORMER));
        var bad = builder.buildBad(
                PART, TARGET, PackageFormat.RPM, FaultKind.INSTALLER_FAILS_EARLY, folder.resolve("bad"));

        assertThatThrownBy(() -> install(bad)).hasMessageContaining("fails before it has replaced a file");
        assertThat(host.packages().installed(NAME)).contains(FORMER);
    }

    @Test
    void hasADatabaseOfItsOwnThatNobodyElseSees() {
        install(build(FORMER));

        assertThat(host.run(List.of("rpm", "-qa", "--qf", "%{NAME} ")).output().split(" "))
                .containsExactlyInAnyOrder("mddc-lab-shell", NAME);
        assertThat(host.packages().installed("md-core")).isEqualTo(Optional.empty());
        assertThat(Path.of("/etc/rpm/macros"))
                .satisfiesAnyOf(
                        file -> assertThat(file).doesNotExist(),
                        file -> assertThat(file).content().doesNotContain("mddc-lab"));
    }

    @Test
    void givesTheSameBytesForTheSameVersion() {
        var first = builder.build(PART, TARGET, PackageFormat.RPM, folder.resolve("first"));
        var second = builder.build(PART, TARGET, PackageFormat.RPM, folder.resolve("second"));

        assertThat(first).hasSameBinaryContentAs(second);
        assertThat(first.getFileName().toString()).startsWith(NAME + "-2.6.0-1.");
    }

    private Path build(Version version) {
        return builder.build(PART, version, PackageFormat.RPM, folder);
    }

    private void install(Path file) {
        host.packages().install(List.of(file));
    }
}
