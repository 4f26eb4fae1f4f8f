package io.mddc.upgrade.controlcenter.upgrades;

import io.mddc.upgrade.cluster.Component;
import io.mddc.upgrade.cluster.UpgradeId;
import io.mddc.upgrade.plan.StagePlan;
import io.mddc.upgrade.run.WaitReason;

/** A stage and its plan, which nothing changes once it is written. */
public record StageRow(
        UpgradeId upgradeId, Component component, int ordinal, StagePlan plan, String sentence, WaitReason waitReason) {
    static StageRow planned(UpgradeId upgrade, int ordinal, StagePlan plan) {
        return new StageRow(upgrade, plan.component(), ordinal, plan, "", WaitReason.NOTHING);
    }
}
