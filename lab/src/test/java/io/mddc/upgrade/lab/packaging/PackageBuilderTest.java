package io.mddc.upgrade.lab.packaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.mddc.upgrade.cluster.Version;
import io.mddc.upgrade.lab.fault.FaultKind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PackageBuilderTest {
    private final PackageBuilder builder = new PackageBuilder();

    @TempDir
    private Path folder;

    @BeforeEach
    void needsDpkg() {
        assumeThat(Path.of("/usr/bin/dpkg")).exists();
    }

    @Test
    void givesTheSameBytesForTheSameVersion() throws IOException {
        var version = new Version("5.17.0-1");
        var first = builder.build(LabPart.CORE, version, folder.resolve("first"));
        var second = builder.build(LabPart.CORE, version, folder.resolve("second"));

        assertThat(first).hasSameBinaryContentAs(second);
        assertThat(first.getFileName().toString()).startsWith("md-core_5.17.0-1_");
    }

    @Test
    void saysWhatItIsToDpkg() throws Exception {
        var file = builder.build(LabPart.API_GATEWAY, new Version("1:2.6.0-1"), folder);

        assertThat(run(List.of("dpkg-deb", "-f", file.toString(), "Package", "Version")))
                .contains("Package: md-cluster-api-gateway", "Version: 1:2.6.0-1");
        assertThat(run(List.of("dpkg-deb", "-I", file.toString()))).contains("preinst", "prerm", "postinst", "postrm");
        assertThat(file.getFileName().toString()).startsWith("md-cluster-api-gateway_2.6.0-1_");
    }

    @Test
    void givesOtherBytesUnderTheSameNameForABadVersion() throws IOException {
        var version = new Version("5.17.0-1");
        var good = builder.build(LabPart.CORE, version, folder.resolve("good"));
        var bad = builder.buildBad(LabPart.CORE, version, FaultKind.NEVER_READY, folder.resolve("bad"));

        assertThat(bad.getFileName()).isEqualTo(good.getFileName());
        assertThat(Files.mismatch(good, bad)).isNotNegative();
    }

    @Test
    void stopsTheFormerAndStartsTheNewProcessWhenDpkgUpgradesIt() throws Exception {
        try (var root = new DpkgRoot(
                folder.resolve("root"), LabPart.FILE_STORAGE, Map.of("address", "127.0.24.7", "port", "0"))) {
            root.install(builder.build(LabPart.FILE_STORAGE, new Version("2.5.0-1"), folder))
                    .mustBeGood();
            var former = root.pid();
            assertThat(runs(former)).isTrue();

            root.install(builder.build(LabPart.FILE_STORAGE, new Version("2.6.0-1"), folder))
                    .mustBeGood();
            var next = root.pid();

            assertThat(runs(former)).isFalse();
            assertThat(runs(next)).isTrue();
            assertThat(root.opt().resolve("VERSION")).hasContent("2.6.0-1");
            root.service("start").mustBeGood();
            assertThat(root.pid()).isEqualTo(next);
            root.service("stop").mustBeGood();
            root.service("stop").mustBeGood();
        }
    }

    /** One that is dead and not yet reaped has no command line. */
    private static boolean runs(long pid) throws IOException {
        var commandLine = Path.of("/proc", Long.toString(pid), "cmdline");
        return Files.exists(commandLine) && Files.readAllBytes(commandLine).length > 0;
    }

    /** Must succeed; what it said. */
    private String run(List<String> command) throws Exception {
        var output = Files.createTempFile(folder, "run", ".out");
        int exit = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start()
                .waitFor();
        var said = Files.readString(output, StandardCharsets.UTF_8);
        assertThat(exit).as("%s said: %s", command, said).isZero();
        return said;
    }
}
