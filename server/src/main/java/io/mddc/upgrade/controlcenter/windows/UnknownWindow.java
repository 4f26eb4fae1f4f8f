package io.mddc.upgrade.controlcenter.windows;

import io.mddc.upgrade.controlcenter.rest.Refusal;

/** None has this number. */
public final class UnknownWindow extends Refusal {
    private static final int NOT_FOUND = 404;

    UnknownWindow(long id) {
        super(NOT_FOUND, "There is no maintenance window " + id + ": GET /api/v1/windows lists the known ones.");
    }
}
