package io.mddc.upgrade.lab.host;

import static java.util.Objects.requireNonNull;

import io.mddc.upgrade.cluster.Version;
import java.time.Instant;

/** One line of the log of a host's installer that says that it unpacked a version. To the second, as dpkg and dnf write it. */
public record PackageInstall(Version version, Instant at) {
    public PackageInstall {
        requireNonNull(version, "version is null");
        requireNonNull(at, "at is null");
    }
}
