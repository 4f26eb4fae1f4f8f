package io.mddc.upgrade.controlcenter.upgrades;

import io.mddc.upgrade.cluster.InstanceId;
import io.mddc.upgrade.cluster.UpgradeId;
import io.mddc.upgrade.controlcenter.rest.Refusal;
import java.util.Map;

/** The instance is no part of the upgrade. */
public final class UnknownUnit extends Refusal {
    private static final int NOT_FOUND = 404;

    UnknownUnit(UpgradeId id, InstanceId instance) {
        super(
                NOT_FOUND,
                "Upgrade " + id + " has no unit " + instance + ": GET /api/v1/upgrades/" + id + " lists its units.",
                Map.of("upgradeId", id));
    }
}
