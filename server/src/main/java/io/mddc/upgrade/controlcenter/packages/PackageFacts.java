package io.mddc.upgrade.controlcenter.packages;

import io.mddc.upgrade.cluster.PackageFormat;
import io.mddc.upgrade.cluster.Version;

/** What a package file says of itself. */
record PackageFacts(PackageFormat format, String name, Version version, String architecture) {
    /** By the fields {@code Package}, {@code Version} and {@code Architecture} of a control file in Debian's form. */
    static PackageFacts ofControl(PackageFormat format, String control) {
        return new PackageFacts(
                format, field(control, "Package"), version(field(control, "Version")), field(control, "Architecture"));
    }

    static Version version(String text) {
        try {
            return new Version(text);
        } catch (IllegalArgumentException notOne) {
            throw new PackageRefused("The package's own Version cannot be used: " + notOne.getMessage());
        }
    }

    private static String field(String control, String name) {
        return control.lines()
                .filter(line -> line.startsWith(name + ":"))
                .map(line -> line.substring(name.length() + 1).strip())
                .findFirst()
                .orElseThrow(() -> new PackageRefused("The package's control file has no " + name + "."));
    }
}
