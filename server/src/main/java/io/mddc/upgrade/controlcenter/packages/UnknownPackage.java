package io.mddc.upgrade.controlcenter.packages;

import io.mddc.upgrade.cluster.Sha256;
import io.mddc.upgrade.controlcenter.rest.Refusal;

/** The store does not have it. */
public final class UnknownPackage extends Refusal {
    private static final int NOT_FOUND = 404;

    UnknownPackage(Sha256 digest) {
        super(NOT_FOUND, "There is no package " + digest + ": GET /api/v1/packages lists the known ones.");
    }
}
