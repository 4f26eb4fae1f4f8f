package io.mddc.upgrade.worker.artifact;

import io.mddc.upgrade.cluster.PackageFile;
import io.mddc.upgrade.cluster.Sha256;

/** The bytes on this host are not those that the plan names; nothing was done with them. */
public final class DigestDiffers extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private DigestDiffers(String message) {
        super(message);
    }

    /** The control center checked it when it was uploaded: the way to this host, and its disk, are what to look at. */
    static DigestDiffers onArrival(PackageFile wanted, Sha256 actual) {
        return new DigestDiffers(("%s %s arrives damaged, with the digest %s instead of %s; nothing was done with it."
                        + " Look at what lies between the control center and this host and at this host's disk, then"
                        + " begin this unit anew")
                .formatted(wanted.name(), wanted.version(), actual, wanted.digest()));
    }

    static DigestDiffers onDisk(Sha256 expected, Sha256 actual) {
        return new DigestDiffers(("the copy of package %s on this host was changed, its digest is %s now; nothing was"
                        + " done with it. Look at this host's disk, then begin this unit anew: it fetches the package"
                        + " again")
                .formatted(expected, actual));
    }
}
