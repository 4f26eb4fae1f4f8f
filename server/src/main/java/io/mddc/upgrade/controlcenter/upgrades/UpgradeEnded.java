package io.mddc.upgrade.controlcenter.upgrades;

import io.mddc.upgrade.cluster.UpgradeId;
import io.mddc.upgrade.controlcenter.rest.Refusal;
import java.util.Map;

/** It can no longer be commanded. */
public final class UpgradeEnded extends Refusal {
    private static final int CONFLICT = 409;

    UpgradeEnded(UpgradeId id, String how) {
        super(CONFLICT, "Upgrade " + id + " has ended: " + how, Map.of("upgradeId", id));
    }
}
