package io.mddc.upgrade.controlcenter.upgrades;

import io.mddc.upgrade.cluster.UpgradeId;
import io.mddc.upgrade.controlcenter.rest.Refusal;

/** There is no row of it. */
public final class UnknownUpgrade extends Refusal {
    private static final int NOT_FOUND = 404;

    UnknownUpgrade(UpgradeId id) {
        super(NOT_FOUND, "There is no upgrade " + id + ": GET /api/v1/upgrades lists the known ones.");
    }
}
