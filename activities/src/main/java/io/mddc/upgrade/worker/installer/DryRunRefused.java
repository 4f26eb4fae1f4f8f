package io.mddc.upgrade.worker.installer;

import io.mddc.upgrade.worker.control.Command;
import java.nio.file.Path;

/** The installer itself says that it could not install the file; nothing was changed. */
public final class DryRunRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Runs it, and gives its last words. */
    static String unlessGood(Path file, Command dryRun) {
        var result = dryRun.run();
        if (!result.succeeded()) {
            throw new DryRunRefused(file, result.exitStatus(), result.output());
        }
        return Tail.of(result.output());
    }

    DryRunRefused(Path file, String why) {
        super("the dry run of " + file.getFileName() + ": " + why);
    }

    private DryRunRefused(Path file, int exitStatus, String output) {
        super("the dry run of " + file.getFileName() + " ended with " + exitStatus + ": " + Tail.of(output));
    }
}
