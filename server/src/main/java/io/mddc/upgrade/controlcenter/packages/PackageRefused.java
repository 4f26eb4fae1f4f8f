package io.mddc.upgrade.controlcenter.packages;

import io.mddc.upgrade.controlcenter.rest.Refusal;

/** The bytes are not a package this cluster can use. */
public final class PackageRefused extends Refusal {
    private static final int UNPROCESSABLE = 422;

    PackageRefused(String detail) {
        super(UNPROCESSABLE, detail);
    }
}
