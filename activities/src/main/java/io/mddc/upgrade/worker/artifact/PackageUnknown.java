package io.mddc.upgrade.worker.artifact;

/** Neither this host nor the control center has the package. */
public final class PackageUnknown extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public PackageUnknown(String message) {
        super(message);
    }
}
