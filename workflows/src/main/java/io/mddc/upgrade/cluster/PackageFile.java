package io.mddc.upgrade.cluster;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import com.fasterxml.jackson.annotation.JsonIgnore;

/**
 * One installer, described by what it says of itself; kept and asked for by its digest.
 *
 * @param bytes its size
 * @param name the package's own name, such as {@code md-core}
 * @param architecture as the package format spells it: {@code amd64}, {@code all}, {@code noarch}
 * @param format DEB where a former version of the product wrote none
 */
public record PackageFile(
        Sha256 digest,
        long bytes,
        Component component,
        String name,
        Version version,
        String architecture,
        PackageFormat format) {
    public PackageFile {
        format = requireNonNullElse(format, PackageFormat.DEB);
        requireNonNull(digest, "digest");
        requireNonNull(component, "component");
        requireNonNull(version, "version");
        checkArgument(bytes > 0, "a package of %s bytes", bytes);
        checkArgument(format.isName(name), "'%s' is not the name of a %s package", name, format);
        checkArgument(architecture.matches("[A-Za-z0-9_-]+"), "'%s' is not an architecture", architecture);
    }

    /** As its vendor names it: {@code md-core_5.17.0-1_amd64.deb}, {@code md-core-5.17.0-1.x86_64.rpm}. */
    @JsonIgnore
    public String fileName() {
        return format.fileName(this);
    }

    /** Whether a file of this name may be this package. */
    public boolean mayBeNamed(String fileName) {
        return format.isFileName(this, fileName);
    }
}
