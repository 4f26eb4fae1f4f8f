package io.mddc.upgrade.lab.host;

import io.mddc.upgrade.cluster.PackageFormat;
import io.mddc.upgrade.cluster.Version;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The installer of a host, and what its own log and package database say. */
public interface HostPackages {
    PackageFormat format();

    /** Installs them as they are; throws {@link HostFailure} with what the installer said. */
    void install(List<Path> files);

    /** How often and when the package was unpacked, from the installer's own log, oldest first. */
    List<PackageInstall> installs(String packageName);

    /** How many runs of the installer its log shows as begun. */
    int runs();

    /** The log's present size; nothing was written while it stays. */
    long logSize();

    /** The version of a package that is completely installed. */
    Optional<Version> installed(String packageName);

    /** What the package database says is not as it should be; empty when nothing is. */
    String inconsistencies(String packageName);
}
