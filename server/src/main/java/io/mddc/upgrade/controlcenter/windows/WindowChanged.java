package io.mddc.upgrade.controlcenter.windows;

import io.mddc.upgrade.controlcenter.rest.Refusal;

/** It is not any more what the caller has seen. */
public final class WindowChanged extends Refusal {
    private static final int PRECONDITION_FAILED = 412;

    WindowChanged(long id) {
        super(
                PRECONDITION_FAILED,
                "Maintenance window " + id + " was changed meanwhile: read it again, then send the change with the ETag"
                        + " that came with it.");
    }
}
