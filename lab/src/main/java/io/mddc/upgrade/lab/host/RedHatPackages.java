package io.mddc.upgrade.lab.host;

import io.mddc.upgrade.cluster.PackageFormat;
import io.mddc.upgrade.cluster.Version;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** rpm and dnf, on a package database of the host's own, which is empty at first. */
final class RedHatPackages implements HostPackages {
    static final Path LOG = Path.of("/var/log/dnf.rpm.log");
    private static final Path DATABASE = Path.of("/var/lib/mddc-lab-rpm");
    private static final String BEGAN = "--- logging initialized ---";

    /** That the machine has its own of these does not show. The plug-in would copy packages to a repository nobody has. */
    private static final Map<Path, String> FILES = Map.of(
            LOG,
            "",
            Path.of("/etc/rpm/macros"),
            "%_dbpath " + DATABASE + "\n",
            Path.of("/etc/dnf/plugins/local.conf"),
            "[main]\nenabled = false\n");

    private final LabHost host;

    RedHatPackages(LabHost host) {
        this.host = host;
    }

    /** Before its first start. */
    static void prepare(LabHost host) throws IOException {
        for (var file : FILES.entrySet()) {
            var outside = host.outside(file.getKey());
            if (!Files.exists(outside)) {
                Files.createDirectories(outside.getParent());
                Files.writeString(outside, file.getValue());
            }
        }
    }

    @Override
    public PackageFormat format() {
        return PackageFormat.RPM;
    }

    @Override
    public void install(List<Path> files) {
        Commands.requireGood(host, List.of("dnf", "-y", "--disablerepo=*", "install"), files);
    }

    @Override
    public List<PackageInstall> installs(String packageName) {
        return HostLogs.dnfInstalls(host.outside(LOG), packageName);
    }

    @Override
    public int runs() {
        return HostLogs.linesWith(host.outside(LOG), BEGAN);
    }

    @Override
    public long logSize() {
        return host.outside(LOG).toFile().length();
    }

    /** Two versions at once are what an interrupted upgrade leaves: neither counts. */
    @Override
    public Optional<Version> installed(String packageName) {
        var query = versions(packageName);
        return Optional.of(query)
                .filter(answer -> answer.isGood() && answer.output().lines().count() == 1)
                .map(answer -> new Version(answer.output().strip()));
    }

    @Override
    public String inconsistencies(String packageName) {
        var database = host.run(List.of("rpm", "--verifydb"));
        var query = versions(packageName);
        var several = query.isGood() && query.output().lines().count() > 1
                ? "several versions at once: " + query.output()
                : "";
        return ((database.isGood() ? "" : database.output()) + several).strip().replaceAll("\\s+", " ");
    }

    private CommandResult versions(String packageName) {
        var format = "%|EPOCH?{%{EPOCH}:}:{}|%{VERSION}-%{RELEASE}\\n";
        return host.run(List.of("rpm", "-q", "--qf", format, packageName));
    }
}
