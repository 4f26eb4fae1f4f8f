package io.mddc.upgrade.controlcenter.packages;

import io.mddc.upgrade.cluster.Version;

/** What a .deb says of itself in its control file. */
record ControlFields(String name, Version version, String architecture) {
    static ControlFields parse(String control) {
        return new ControlFields(
                field(control, "Package"), version(field(control, "Version")), field(control, "Architecture"));
    }

    private static Version version(String text) {
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
