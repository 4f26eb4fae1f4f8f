package io.mddc.upgrade.lab.host;

import static java.util.Objects.requireNonNull;

import io.mddc.upgrade.cluster.Version;
import java.time.Instant;

/** One line of the host's dpkg.log that says that the installer began to unpack a version. To the second, as dpkg writes it. */
public record DpkgInstall(Version version, Instant at) {
    public DpkgInstall {
        requireNonNull(version, "version is null");
        requireNonNull(at, "at is null");
    }
}
