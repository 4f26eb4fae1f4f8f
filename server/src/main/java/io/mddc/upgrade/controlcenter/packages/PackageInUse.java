package io.mddc.upgrade.controlcenter.packages;

import io.mddc.upgrade.cluster.Sha256;
import io.mddc.upgrade.cluster.UpgradeId;
import io.mddc.upgrade.controlcenter.rest.Refusal;
import java.util.Map;

/** A plan in work names it. */
public final class PackageInUse extends Refusal {
    private static final int CONFLICT = 409;

    PackageInUse(Sha256 digest, UpgradeId upgrade) {
        super(
                CONFLICT,
                "Upgrade " + upgrade + " needs package " + digest + ": delete it when the upgrade has ended.",
                Map.of("upgradeId", upgrade));
    }
}
