package io.mddc.upgrade.cluster;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonIgnore;

/**
 * One installer, described by what it says of itself; kept and asked for by its digest.
 *
 * @param bytes its size
 * @param name the package's own name, such as {@code md-core}
 * @param architecture as the package format spells it: {@code amd64}, {@code all}
 */
public record PackageFile(
        Sha256 digest, long bytes, Component component, String name, Version version, String architecture) {
    public PackageFile {
        requireNonNull(digest, "digest");
        requireNonNull(component, "component");
        requireNonNull(version, "version");
        checkArgument(bytes > 0, "a package of %s bytes", bytes);
        checkArgument(name.matches("[a-z0-9][a-z0-9+.-]+"), "'%s' is not a Debian package name", name);
        checkArgument(architecture.matches("[a-z0-9-]+"), "'%s' is not a Debian architecture", architecture);
    }

    /** As its vendor names it, {@code md-core_5.17.0-1_amd64.deb}: without the epoch, as Debian does. */
    @JsonIgnore
    public String fileName() {
        return name + "_" + version.withoutEpoch() + "_" + architecture + ".deb";
    }
}
