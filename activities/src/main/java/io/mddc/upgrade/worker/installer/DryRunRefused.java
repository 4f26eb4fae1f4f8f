package io.mddc.upgrade.worker.installer;

import java.nio.file.Path;

/** The installer itself says that it could not install the file; nothing was changed. */
public final class DryRunRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public DryRunRefused(Path file, int exitStatus, String output) {
        super("the dry run of " + file.getFileName() + " ended with " + exitStatus + ": " + Tail.of(output));
    }
}
