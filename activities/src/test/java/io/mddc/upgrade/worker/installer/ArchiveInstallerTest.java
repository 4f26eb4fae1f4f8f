package io.mddc.upgrade.worker.installer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mddc.upgrade.cluster.Component;
import io.mddc.upgrade.cluster.PackageFile;
import io.mddc.upgrade.cluster.PackageFormat;
import io.mddc.upgrade.cluster.Version;
import io.mddc.upgrade.worker.control.Command;
import io.mddc.upgrade.worker.fixture.OwnRoot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArchiveInstallerTest {
    private static final Duration LIMIT = Duration.ofSeconds(30);

    @TempDir
    private Path folder;

    private ArchiveInstaller installer;

    private record Built(PackageFile description, Path file) {}

    @BeforeEach
    void makeInstaller() {
        installer = new ArchiveInstaller(folder.resolve("root"), new Scripts(folder.resolve("scripts")));
    }

    @Test
    void installsUpgradesAndGoesBackStoppingAndStartingTheService() throws IOException {
        var old = build("5.16.0-1", "");
        var kept = Files.createDirectories(folder.resolve("kept"));
        var configuration = folder.resolve("service.conf");
        var keptCopy = kept.resolve(Path.of("/").relativize(configuration));
        Files.createDirectories(keptCopy.getParent());
        Files.writeString(keptCopy, "as it was");
        assertThat(installer.installed("md-core")).isEmpty();

        assertThat(run(installer.install(old.description(), old.file()))).isZero();
        assertThat(installer.installed("md-core")).contains(new Version("5.16.0-1"));
        var target = build("5.17.0-1", "");
        var byHand = installer.byHand(target.description(), target.file());
        assertThat(run(List.of("sh", "-c", byHand.replaceFirst("^sudo ", "")))).isZero();
        assertThat(installer.installed("md-core")).contains(new Version("5.17.0-1"));
        assertThat(run(installer.putBack(old.description(), old.file(), kept))).isZero();

        assertThat(installer.installed("md-core")).contains(new Version("5.16.0-1"));
        assertThat(configuration).hasContent("as it was");
        assertThat(folder.resolve("trace"))
                .hasContent("5.16.0-1 start\n5.16.0-1 stop\n5.17.0-1 start\n5.17.0-1 stop\n5.16.0-1 start");
    }

    @Test
    void keepsTheVersionBeforeAndNoOther() throws IOException {
        for (var version : List.of("5.15.0-1", "5.16.0-1", "5.17.0-1")) {
            var built = build(version, "");
            run(installer.install(built.description(), built.file()));
        }

        try (var versions = Files.list(folder.resolve("root/md-core/versions"))) {
            assertThat(versions.map(version -> version.resolve("control")))
                    .extracting(control -> Files.readAllLines(control).get(1))
                    .containsExactlyInAnyOrder("Version: 5.16.0-1", "Version: 5.17.0-1");
        }
    }

    @Test
    void failsWhenTheNewServiceDoesNotStart() throws IOException {
        var bad = build("5.17.0-1", "[ \"$1\" = stop ] || exit 3");

        assertThat(run(installer.install(bad.description(), bad.file()))).isEqualTo(3);
    }

    @Test
    void repairTakesAwayWhatWasHalfUnpacked() throws IOException {
        var half = Files.createDirectories(folder.resolve("root/md-core/versions/unpacking.abc"));

        assertThat(run(installer.repair())).isZero();

        assertThat(half).doesNotExist();
        assertThat(run(installer.repair())).isZero();
    }

    @Test
    void dryRunRefusesATruncatedArchive() throws IOException {
        var built = build("5.17.0-1", "");
        assertThat(installer.dryRun(built.file())).contains("bin/service");
        var bytes = Files.readAllBytes(built.file());
        var cut = Files.write(folder.resolve("cut.tar.gz"), Arrays.copyOf(bytes, bytes.length - 20));

        assertThatThrownBy(() -> installer.dryRun(cut)).isInstanceOf(DryRunRefused.class);
    }

    /** Its service writes down what it is told. */
    private Built build(String version, String first) throws IOException {
        var tree = Files.createDirectories(folder.resolve("tree-" + version));
        Files.writeString(tree.resolve("control"), "Package: md-core\nVersion: " + version + "\nArchitecture: all\n");
        var service = Files.createDirectories(tree.resolve("bin")).resolve("service");
        Files.writeString(
                service, "#!/bin/sh\n" + first + "\necho " + version + " \"$1\" >>" + folder.resolve("trace") + "\n");
        Files.setPosixFilePermissions(service, PosixFilePermissions.fromString("rwxr-xr-x"));
        var file = folder.resolve(version + ".tar.gz");
        run(List.of("tar", "-czf", file.toString(), "-C", tree.toString(), "."));
        var bytes = Files.readAllBytes(file);
        return new Built(
                new PackageFile(
                        OwnRoot.digestOf(bytes),
                        bytes.length,
                        Component.CORE,
                        "md-core",
                        new Version(version),
                        "all",
                        PackageFormat.ARCHIVE),
                file);
    }

    private static int run(List<String> arguments) {
        return new Command(arguments, LIMIT).run().exitStatus();
    }
}
