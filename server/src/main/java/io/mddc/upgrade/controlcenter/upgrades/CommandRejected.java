package io.mddc.upgrade.controlcenter.upgrades;

import io.mddc.upgrade.cluster.UpgradeId;
import io.mddc.upgrade.controlcenter.rest.Refusal;
import java.util.Map;

/** The workflow that owns the state says no. */
public final class CommandRejected extends Refusal {
    private static final int CONFLICT = 409;

    CommandRejected(UpgradeId id, String why) {
        super(CONFLICT, "Upgrade " + id + " does not take the command: " + why, Map.of("upgradeId", id));
    }
}
