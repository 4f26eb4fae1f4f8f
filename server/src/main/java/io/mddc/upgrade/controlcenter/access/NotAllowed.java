package io.mddc.upgrade.controlcenter.access;

import io.mddc.upgrade.controlcenter.rest.Refusal;

/** The caller is known, but its role does not include this. */
public final class NotAllowed extends Refusal {
    private static final int FORBIDDEN = 403;

    public NotAllowed(String detail) {
        super(FORBIDDEN, detail);
    }
}
