package io.mddc.upgrade.controlcenter.windows;

import io.mddc.upgrade.controlcenter.rest.Refusal;

/** None has this number. */
public final class UnknownBlackout extends Refusal {
    private static final int NOT_FOUND = 404;

    UnknownBlackout(long id) {
        super(NOT_FOUND, "There is no blackout " + id + ": GET /api/v1/blackouts lists the known ones.");
    }
}
