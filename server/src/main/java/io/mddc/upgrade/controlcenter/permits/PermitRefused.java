package io.mddc.upgrade.controlcenter.permits;

import io.mddc.upgrade.cluster.OperationId;
import io.mddc.upgrade.controlcenter.rest.Refusal;
import java.util.Map;

/** What is recorded does not allow the effect: the task is stale, or not ours. Nothing may begin. */
public final class PermitRefused extends Refusal {
    private static final int CONFLICT = 409;

    PermitRefused(OperationId operation, String why) {
        super(
                CONFLICT,
                "No permit for " + operation + ": " + why,
                Map.of("upgradeId", operation.upgrade(), "instance", operation.instance()));
    }
}
