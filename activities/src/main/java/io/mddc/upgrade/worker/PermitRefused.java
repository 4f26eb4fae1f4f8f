package io.mddc.upgrade.worker;

import io.mddc.upgrade.protocol.PermitRequest;

/** The control center says no: the step is not recorded as begun, or a stop is set. The task is stale. */
final class PermitRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    PermitRefused(PermitRequest request, String reason) {
        super("no permit for " + request.step() + " of " + request.operation() + ": " + reason);
    }
}
