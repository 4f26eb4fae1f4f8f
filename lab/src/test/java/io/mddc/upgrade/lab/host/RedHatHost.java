package io.mddc.upgrade.lab.host;

import static org.assertj.core.api.Assertions.assertThat;

import io.mddc.upgrade.cluster.Component;
import io.mddc.upgrade.cluster.HostId;
import io.mddc.upgrade.cluster.PackageFile;
import io.mddc.upgrade.cluster.PackageFormat;
import io.mddc.upgrade.cluster.Sha256;
import io.mddc.upgrade.cluster.Version;
import io.mddc.upgrade.worker.installer.RedhatInstaller;
import io.mddc.upgrade.worker.installer.RedhatInstaller.Repositories;
import io.mddc.upgrade.worker.installer.Scripts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;

/** A layered host with real rpm and dnf on an own package database, and real packages for it. */
final class RedHatHost implements AutoCloseable {
    static final Path CONFIGURATION = Path.of("/etc/opswat/md-core/service.conf");
    private static final Path DATABASE = Path.of("/var/lib/rpm");

    private final Path folder;
    private final LayeredHost host;
    private final RedhatInstaller installer;

    record Built(PackageFile description, Path file) {}

    RedHatHost(Path folder) throws IOException {
        this.folder = folder.toAbsolutePath();
        this.host = new LayeredHost(new HostId("host-r"), "127.0.24.7", folder.resolve("host-r"));
        this.installer = new RedhatInstaller(Repositories.NONE, scripts());
        host.boot();
        Files.createDirectories(host.outside(Path.of("/etc/rpm")));
        Files.writeString(host.outside(Path.of("/etc/rpm/macros")), "%_dbpath " + DATABASE + "\n");
        run(List.of("dnf", "-y", "--disablerepo=*", "install", shell().toString()));
    }

    static void assumeHere() {
        Assumptions.assumeTrue(System.getProperty("user.name").equals("root"), "left out: a layered host needs root");
        Assumptions.assumeTrue(
                List.of("dnf", "rpm", "rpmbuild").stream().allMatch(it -> Files.isExecutable(Path.of("/usr/bin", it))),
                "left out, because this machine has no rpm and dnf");
    }

    /** Its installer as a worker on that host has it, for what only makes argument lists. */
    RedhatInstaller installer() {
        return installer;
    }

    /** What the installer answers on the host itself: {@code dry-run FILE}, {@code held}, {@code installed}, {@code reboot} or {@code
     * reboot-since INSTANT}. */
    CommandResult ask(String... question) {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var command = new ArrayList<>(List.of(java, "-XX:TieredStopAtLevel=1", "-cp"));
        command.add(System.getProperty("java.class.path"));
        command.add(OnRedHat.class.getName());
        command.add(folder.toString());
        command.addAll(List.of(question));
        return host.run(command);
    }

    String installed() {
        return ask("installed").output().strip();
    }

    CommandResult run(List<String> command) {
        return host.run(command);
    }

    Process enter(List<String> command) {
        return host.enter(command);
    }

    ProcessHandle commandOf(Process entered) {
        return host.commandOf(entered);
    }

    Path outside(Path onHost) {
        return host.outside(onHost);
    }

    private Scripts scripts() {
        return scriptsIn(folder);
    }

    static Scripts scriptsIn(Path folder) {
        return new Scripts(folder.resolve("scripts"));
    }

    /**
     * @param pre shell text of %pre
     * @param post shell text of %post
     */
    Built build(String version, String pre, String post) throws IOException {
        var parts = version.split("-", 2);
        var file = rpm("md-core-" + version, """
                Name: md-core
                Version: %s
                Release: %s
                %%install
                mkdir -p %%{buildroot}/opt/opswat/md-core %%{buildroot}/etc/opswat/md-core
                echo %s >%%{buildroot}/opt/opswat/md-core/version
                echo delivered >%%{buildroot}%s
                %%pre
                %s
                %%post
                %s
                %%files
                /opt/opswat/md-core/version
                %%config(noreplace) %s
                """.formatted(
                        parts[0], parts[1], version, CONFIGURATION, pre, post, CONFIGURATION));
        return new Built(
                new PackageFile(
                        new Sha256("a".repeat(64)),
                        Files.size(file),
                        Component.CORE,
                        "md-core",
                        new Version(version),
                        "noarch",
                        PackageFormat.RPM),
                file);
    }

    Built build(String version) throws IOException {
        return build(version, ":", ":");
    }

    /** What needs something that nobody has. */
    Path unsatisfiable() throws IOException {
        return rpm("needy", "Name: needy\nVersion: 1\nRelease: 1\nRequires: nobody-has-this\n%files\n");
    }

    /** An empty database lacks even what scripts are run by. */
    private Path shell() throws IOException {
        return rpm("lab-shell", "Name: lab-shell\nVersion: 1\nRelease: 1\nProvides: /bin/sh\n%files\n");
    }

    private Path rpm(String fileName, String spec) throws IOException {
        var preamble = "Summary: a test\nLicense: none\nBuildArch: noarch\n%description\na test\n";
        int sections = spec.indexOf('%');
        var file = folder.resolve(fileName + ".spec");
        Files.writeString(file, spec.substring(0, sections) + preamble + spec.substring(sections));
        var built = host.run(List.of(
                "rpmbuild",
                "-bb",
                "--quiet",
                "--define=_topdir " + folder.resolve("build"),
                "--define=_rpmdir " + folder,
                "--define=_rpmfilename " + fileName + ".rpm",
                file.toString()));
        assertThat(built.exit()).as(built.output()).isZero();
        return folder.resolve(fileName + ".rpm");
    }

    @Override
    public void close() {
        host.close();
    }
}
