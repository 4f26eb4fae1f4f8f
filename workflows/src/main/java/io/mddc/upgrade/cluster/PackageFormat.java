package io.mddc.upgrade.cluster;

import java.util.Locale;

/** How a component is delivered. Each format has its own order of versions and its own habit of naming files. */
public enum PackageFormat {
    DEB(VersionOrder.DEBIAN, "[a-z0-9][a-z0-9+.-]+", "%s_%s_%s", ".deb", "sudo dpkg -i %s || sudo apt install -f"),
    RPM(VersionOrder.RPM, "[A-Za-z0-9][A-Za-z0-9+._-]*", "%s-%s.%s", ".rpm", "sudo yum install %s -y"),
    /** Its name is the product's, {@code MetaDefender Core}; its file is named as the vendor likes. */
    MSI(VersionOrder.MSI, "[A-Za-z0-9][A-Za-z0-9 +._()-]*", "%s-%s-%s", ".msi", "msiexec.exe /i \"%s\" /qn"),
    /** A {@code .tar.gz} with a file {@code control}; docs/operations.md describes it. */
    ARCHIVE(VersionOrder.DOTTED, "[a-z0-9][a-z0-9+.-]+", "%s-%s.%s", ".tar.gz", "sudo tar -xzf %s");

    private final VersionOrder order;
    private final String names;
    private final String pattern;
    private final String ending;
    private final String byHand;

    PackageFormat(VersionOrder order, String names, String pattern, String ending, String byHand) {
        this.order = order;
        this.names = names;
        this.pattern = pattern;
        this.ending = ending;
        this.byHand = byHand;
    }

    public VersionOrder order() {
        return order;
    }

    /** What file names end with, and what some installers insist on: {@code .rpm}. */
    public String ending() {
        return ending;
    }

    /**
     * What a person types into a terminal to install the file, in the vendor's words; of an archive that only unpacks it.
     *
     * @param file as one word of that terminal
     */
    public String byHand(String file) {
        return byHand.formatted(file);
    }

    /** Both name the same version, as this format counts. */
    public boolean isSame(Version one, Version other) {
        return order.compare(one, other) == 0;
    }

    /** Whether a package of this format may be called that. */
    public boolean isName(String name) {
        return name.matches(names);
    }

    /** Without the epoch, as vendors do. */
    String fileName(PackageFile file) {
        return pattern.formatted(file.name(), file.version().withoutEpoch(), file.architecture()) + ending;
    }

    boolean isFileName(PackageFile file, String fileName) {
        return this == MSI ? fileName.toLowerCase(Locale.ROOT).endsWith(ending) : fileName.equals(fileName(file));
    }
}
