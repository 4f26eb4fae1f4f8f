package io.mddc.upgrade.worker.installer;

import static org.assertj.core.api.Assertions.assertThat;

import io.mddc.upgrade.cluster.Component;
import io.mddc.upgrade.cluster.PackageFile;
import io.mddc.upgrade.cluster.PackageFormat;
import io.mddc.upgrade.cluster.Sha256;
import io.mddc.upgrade.cluster.Version;
import io.mddc.upgrade.worker.control.Command;
import io.mddc.upgrade.worker.fixture.Wine;
import io.mddc.upgrade.worker.installer.UninstallKeys.Product;
import io.mddc.upgrade.worker.installer.WindowsInstaller.Uninstall;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Real packages, and the command interpreter, Windows Installer and registry that wine has. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WindowsInstallerOnWineTest {
    private static final String NAME = "MetaDefender Core";

    private Path folder;
    private Wine wine;
    private WindowsInstaller installer;

    @BeforeAll
    void boot(@TempDir Path temporary) throws IOException {
        Wine.assumeHere();
        folder = Files.createDirectories(temporary.resolve("our data"));
        wine = Wine.in(folder);
        installer = new WindowsInstaller(Uninstall.FOR_WAY_BACK, new Scripts(folder.resolve("scripts")));
    }

    @AfterAll
    void shut() {
        if (wine != null) {
            wine.close();
        }
    }

    @Test
    void upgradesRefusesWhatIsOlderAndGoesBackByRemovingTheNewerFirst() throws IOException {
        var old = wine.build(NAME, "5.16.0");
        var target = wine.build(NAME, "5.17.0");
        assertThat(installed()).isEmpty();

        assertThat(install(old).exitStatus()).isZero();
        assertThat(installed()).contains(new Version("5.16.0"));
        assertThat(wine.installedFile()).content().contains("Version='5.16.0'");
        assertThat(install(target).exitStatus()).isZero();
        assertThat(installed()).contains(new Version("5.17.0"));

        var refused = install(old);
        assertThat(installer.endedWith(refused.exitStatus()).isGood())
                .as(refused.toString())
                .isFalse();
        assertThat(installed()).contains(new Version("5.17.0"));

        var back = wine.run(installer.back(old, products()));
        assertThat(back.exitStatus()).as(back.output()).isZero();
        assertThat(installed()).contains(new Version("5.16.0"));
        assertThat(wine.installedFile()).content().contains("Version='5.16.0'");

        var gone = new Product("{00000000-0000-0000-0000-000000000000}", NAME, "1");
        assertThat(wine.run(installer.back(target, List.of(gone))).exitStatus())
                .as("what is gone already is no obstacle")
                .isZero();
        assertThat(installed()).contains(new Version("5.17.0"));
    }

    @Test
    void callsAFileThatIsNoPackageAFailure() throws IOException {
        var file = Files.writeString(folder.resolve("bad.msi"), "not a package");

        assertThat(installer.endedWith(install(file).exitStatus()).isGood()).isFalse();
    }

    @Test
    void itsServiceMayStartNobodyInstallsAndThereIsNothingToRepair() {
        var start = wine.run(WindowsInstaller.serviceStart());

        assertThat(start.succeeded()).isTrue();
        assertThat(WindowsInstaller.isDisabled(start)).isFalse();
        assertThat(WindowsInstaller.holder(wine.run(WindowsInstaller.inProgress())))
                .isEmpty();
        assertThat(wine.run(installer.repair()).exitStatus()).isZero();
    }

    private Command.Result install(Path file) {
        return wine.run(installer.install(description(), file));
    }

    private Optional<Version> installed() {
        return WindowsInstaller.version(products());
    }

    private List<Product> products() {
        return UninstallKeys.PLACES.stream()
                .flatMap(place -> UninstallKeys.of(wine.run(UninstallKeys.query(place))).stream())
                .filter(product -> product.name().equals(NAME))
                .toList();
    }

    private static PackageFile description() {
        return new PackageFile(
                new Sha256("a".repeat(64)), 1, Component.CORE, NAME, new Version("5.17.0"), "x64", PackageFormat.MSI);
    }
}
