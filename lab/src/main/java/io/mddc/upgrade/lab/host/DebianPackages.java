package io.mddc.upgrade.lab.host;

import io.mddc.upgrade.cluster.PackageFormat;
import io.mddc.upgrade.cluster.Version;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** dpkg, on the machine's whole package database. */
final class DebianPackages implements HostPackages {
    static final Path LOG = Path.of("/var/log/dpkg.log");
    private static final String BEGAN = " startup archives ";

    private final LabHost host;

    DebianPackages(LabHost host) {
        this.host = host;
    }

    @Override
    public PackageFormat format() {
        return PackageFormat.DEB;
    }

    @Override
    public void install(List<Path> files) {
        Commands.requireGood(host, List.of("dpkg", "-i"), files);
    }

    @Override
    public List<PackageInstall> installs(String packageName) {
        return HostLogs.dpkgInstalls(host.outside(LOG), packageName);
    }

    @Override
    public int runs() {
        return HostLogs.linesWith(host.outside(LOG), BEGAN);
    }

    @Override
    public long logSize() {
        return host.outside(LOG).toFile().length();
    }

    @Override
    public Optional<Version> installed(String packageName) {
        var query = host.run(List.of("dpkg-query", "-W", "-f", "${db:Status-Abbrev}|${Version}", packageName));
        return Optional.of(query)
                .filter(answer -> answer.isGood() && answer.output().startsWith("ii "))
                .map(answer -> new Version(answer.output().split("\\|", 2)[1].strip()));
    }

    @Override
    public String inconsistencies(String packageName) {
        return host.run(List.of("dpkg", "--audit", packageName))
                .output()
                .strip()
                .replaceAll("\\s+", " ");
    }
}
