package io.mddc.upgrade.worker.artifact;

import java.nio.file.Path;

/** There is no room for the package. */
public final class DiskFull extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public DiskFull(Path folder, long needed, long free) {
        super(folder + " needs " + needed + " bytes and has " + free + " free: make room on this host");
    }
}
