package io.mddc.upgrade.worker.artifact;

import io.mddc.upgrade.cluster.Sha256;
import java.nio.file.Path;

/** The bytes on this host are not those that the plan names; nothing was done with them. */
public final class DigestDiffers extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public DigestDiffers(Path file, Sha256 expected, Sha256 actual) {
        super(file + " has the digest " + actual + ", the plan names " + expected
                + ": nothing was installed from it; upload the package again");
    }
}
