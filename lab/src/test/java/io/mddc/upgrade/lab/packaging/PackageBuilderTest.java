package io.mddc.upgrade.lab.packaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.mddc.upgrade.cluster.Version;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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
    void stopsTheFormerAndStartsTheNewProcessWhenDpkgUpgradesIt() throws Exception {
        var root = dpkgRoot();
        settings(root);
        try {
            dpkg(root, builder.build(LabPart.FILE_STORAGE, new Version("2.5.0-1"), folder));
            var former = pid(root);
            assertThat(runs(former)).isTrue();

            dpkg(root, builder.build(LabPart.FILE_STORAGE, new Version("2.6.0-1"), folder));
            var next = pid(root);

            assertThat(runs(former)).isFalse();
            assertThat(runs(next)).isTrue();
            assertThat(root.resolve("opt/opswat/md-cluster-file-storage/VERSION"))
                    .hasContent("2.6.0-1");
            run(service(root, "start"));
            assertThat(pid(root)).isEqualTo(next);
        } finally {
            run(service(root, "stop"));
        }
        run(service(root, "stop"));
    }

    private void dpkg(Path root, Path file) throws Exception {
        var command = new ArrayList<>(List.of("dpkg", "--root=" + root, "--force-not-root"));
        command.addAll(List.of("--force-script-chrootless", "--log=" + root.resolve("dpkg.log"), "-i"));
        command.add(file.toString());
        run(command);
    }

    private Path dpkgRoot() throws IOException {
        var root = folder.resolve("root").toAbsolutePath();
        for (var name : List.of("info", "updates", "triggers")) {
            Files.createDirectories(root.resolve("var/lib/dpkg").resolve(name));
        }
        Files.createFile(root.resolve("var/lib/dpkg/status"));
        Files.createFile(root.resolve("var/lib/dpkg/available"));
        return root;
    }

    private static void settings(Path root) throws IOException {
        var etc = Files.createDirectories(root.resolve("etc/opswat/md-cluster-file-storage"));
        Files.writeString(etc.resolve("jvm.options"), "-Xmx64m\n");
        Files.createSymbolicLink(etc.resolve("java"), Path.of(System.getProperty("java.home"), "bin", "java"));
        Files.writeString(etc.resolve("instance.properties"), """
                address=127.0.24.7
                port=0
                dataFolder=%s/var/lib/opswat/md-cluster-file-storage/data
                versionFile=%s/opt/opswat/md-cluster-file-storage/VERSION
                """.formatted(root, root));
    }

    private static long pid(Path root) throws IOException {
        return Long.parseLong(Files.readString(root.resolve("var/lib/opswat/md-cluster-file-storage/service.pid"))
                .strip());
    }

    /** One that is dead and not yet reaped has no command line. */
    private static boolean runs(long pid) throws IOException {
        var commandLine = Path.of("/proc", Long.toString(pid), "cmdline");
        return Files.exists(commandLine) && Files.readAllBytes(commandLine).length > 0;
    }

    private static List<String> service(Path root, String verb) {
        return List.of(
                root.resolve("opt/opswat/md-cluster-file-storage/bin/service").toString(), verb);
    }

    /** Must succeed; what it said. */
    private String run(List<String> command) throws Exception {
        var output = Files.createTempFile(folder, "run", ".out");
        var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
        builder.environment().merge("PATH", "/usr/sbin:/sbin", (path, more) -> path + ":" + more);
        int exit = builder.start().waitFor();
        var said = Files.readString(output, StandardCharsets.UTF_8);
        assertThat(exit).as("%s said: %s", command, said).isZero();
        return said;
    }
}
