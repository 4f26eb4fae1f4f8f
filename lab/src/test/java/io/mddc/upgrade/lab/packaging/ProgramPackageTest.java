package io.mddc.upgrade.lab.packaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.mddc.upgrade.cluster.Version;
import io.mddc.upgrade.lab.fault.FaultKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The launcher here notes how it was called, and stays under the name of the program. */
class ProgramPackageTest {
    private static final Version FORMER = new Version("2.5.0-1");
    private static final Version TARGET = new Version("2.6.0-1");

    private final PackageBuilder builder = new PackageBuilder();

    @TempDir
    private Path folder;

    private DpkgRoot root;
    private Path called;

    @BeforeEach
    void install() throws IOException {
        assumeThat(Path.of("/usr/bin/dpkg")).exists();
        called = folder.resolve("called");
        var launcher = Files.writeString(folder.resolve("launcher"), """
                #!/bin/sh
                echo "$MDDC_JAVA_OPTS $*" > %s
                exec sh -c 'while :; do sleep 1; done' %s
                """.formatted(called, LabPart.WORKER.mainClass()));
        Files.setPosixFilePermissions(launcher, PosixFilePermissions.fromString("rwx------"));
        root = new DpkgRoot(folder.resolve("root"), LabPart.WORKER, Map.of());
        Files.writeString(
                root.etc().resolve("program.conf"), "launcher='" + launcher + "'\nconfiguration='/its/worker.yml'\n");
        root.install(builder.build(LabPart.WORKER, FORMER, folder)).mustBeGood();
    }

    @AfterEach
    void stop() throws IOException {
        root.close();
    }

    @Test
    void becomesTheProductsLauncherAsItsOwnVersion() throws IOException {
        assertThat(called).hasContent("-Dmddc.version=2.5.0 worker --config /its/worker.yml");
        var former = root.pid();

        root.install(builder.build(LabPart.WORKER, TARGET, folder)).mustBeGood();

        assertThat(called).hasContent("-Dmddc.version=2.6.0 worker --config /its/worker.yml");
        assertThat(root.pid()).isNotEqualTo(former);
        root.service("status").mustBeGood();
    }

    @Test
    void leavesNoProcessWhereTheVersionNeverStarts() throws IOException {
        root.makeBad(FaultKind.NEVER_STARTS, TARGET);

        assertThat(root.install(builder.build(LabPart.WORKER, TARGET, folder)).output())
                .contains("md-cluster-worker does not start");
        assertThat(root.service("status").exit()).isEqualTo(3);

        root.install(builder.build(LabPart.WORKER, FORMER, folder)).mustBeGood();
        root.service("status").mustBeGood();
    }
}
