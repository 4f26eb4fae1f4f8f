package io.mddc.upgrade.controlcenter.upgrades;

import io.mddc.upgrade.cluster.Component;
import io.mddc.upgrade.cluster.UpgradeId;
import io.mddc.upgrade.controlcenter.rest.Refusal;
import java.util.Map;

/** The component is no part of the upgrade. */
public final class UnknownStage extends Refusal {
    private static final int NOT_FOUND = 404;

    UnknownStage(UpgradeId id, Component component) {
        super(
                NOT_FOUND,
                "Upgrade " + id + " has no stage " + component.title() + ": GET /api/v1/upgrades/" + id
                        + " lists its stages.",
                Map.of("upgradeId", id));
    }
}
