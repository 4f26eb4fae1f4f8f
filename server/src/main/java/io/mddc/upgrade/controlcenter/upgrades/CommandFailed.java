package io.mddc.upgrade.controlcenter.upgrades;

import io.mddc.upgrade.cluster.UpgradeId;
import io.mddc.upgrade.controlcenter.rest.Refusal;
import java.util.Map;

/** The workflow took the command, but what it asks could not be done any more. */
public final class CommandFailed extends Refusal {
    private static final int CONFLICT = 409;

    CommandFailed(UpgradeId id, String why) {
        super(CONFLICT, "Upgrade " + id + " took the command, but could not do it: " + why, Map.of("upgradeId", id));
    }
}
