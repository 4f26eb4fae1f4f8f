package io.mddc.upgrade.controlcenter.upgrades;

import io.mddc.upgrade.cluster.Component;
import io.mddc.upgrade.cluster.UpgradeId;
import io.mddc.upgrade.contract.UpgradePlans;
import io.mddc.upgrade.plan.StagePlan;

/** Reads the plan rows for the workflows. */
public final class StoredUpgradePlans implements UpgradePlans {
    private final UpgradeDao upgrades;
    private final PlanDao plans;

    public StoredUpgradePlans(UpgradeDao upgrades, PlanDao plans) {
        this.upgrades = upgrades;
        this.plans = plans;
    }

    @Override
    public Outline outline(UpgradeId upgrade) {
        var row = upgrades.find(upgrade).orElseThrow(() -> new UnknownUpgrade(upgrade));
        return new Outline(
                plans.listStages(upgrade).stream().map(StageRow::component).toList(), row.policy());
    }

    @Override
    public StagePlan stage(UpgradeId upgrade, Component component) {
        return plans.findStage(upgrade, component).map(StageRow::plan).orElseThrow(() -> new UnknownUpgrade(upgrade));
    }
}
