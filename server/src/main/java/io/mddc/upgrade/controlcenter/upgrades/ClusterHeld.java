package io.mddc.upgrade.controlcenter.upgrades;

import io.mddc.upgrade.cluster.UpgradeId;
import io.mddc.upgrade.controlcenter.rest.Refusal;
import java.util.Map;

/** Another upgrade holds the cluster. */
public final class ClusterHeld extends Refusal {
    private static final int CONFLICT = 409;

    ClusterHeld(UpgradeId holder) {
        super(
                CONFLICT,
                "Upgrade " + holder + " holds the cluster: start this one when it has ended, or abort it.",
                Map.of("upgradeId", holder));
    }
}
