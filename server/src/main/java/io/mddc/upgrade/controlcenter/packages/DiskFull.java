package io.mddc.upgrade.controlcenter.packages;

import io.mddc.upgrade.controlcenter.rest.Refusal;
import java.nio.file.Path;

/** No room for the package. */
public final class DiskFull extends Refusal {
    private static final int INSUFFICIENT_STORAGE = 507;

    DiskFull(Path folder) {
        super(
                INSUFFICIENT_STORAGE,
                "There is no room for this package in " + folder + ": delete packages that are no longer needed.");
    }
}
