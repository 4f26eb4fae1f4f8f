package io.mddc.upgrade.controlcenter.upgrades;

import io.mddc.upgrade.cluster.Component;
import io.mddc.upgrade.cluster.UpgradeId;
import io.mddc.upgrade.contract.UpgradePlans;
import io.mddc.upgrade.plan.ClusterView;
import io.mddc.upgrade.plan.Finding;
import io.mddc.upgrade.plan.StagePlan;
import io.mddc.upgrade.plan.Target;
import io.mddc.upgrade.plan.UnitPlan;
import io.mddc.upgrade.plan.UpgradePlanner;
import io.mddc.upgrade.plan.UpgradeRequest;
import java.util.List;
import java.util.function.Supplier;

/** Reads the plan rows for the workflows. */
public final class StoredUpgradePlans implements UpgradePlans {
    private final UpgradeDao upgrades;
    private final PlanDao plans;
    private final Supplier<ClusterView> cluster;

    /**
     * @param cluster as it is when it is asked
     */
    public StoredUpgradePlans(UpgradeDao upgrades, PlanDao plans, Supplier<ClusterView> cluster) {
        this.cluster = cluster;
        this.upgrades = upgrades;
        this.plans = plans;
    }

    @Override
    public Outline outline(UpgradeId upgrade) {
        var row = upgrades.find(upgrade).orElseThrow(() -> new UnknownUpgrade(upgrade));
        var stages = plans.listStages(upgrade).stream().map(StageRow::plan).toList();
        return new Outline(
                stages.stream().map(StagePlan::component).toList(),
                row.policy(),
                row.startTime(),
                stages.stream().flatMap(stage -> stage.aroundIt().stream()).toList());
    }

    @Override
    public StagePlan stage(UpgradeId upgrade, Component component) {
        return plans.findStage(upgrade, component).map(StageRow::plan).orElseThrow(() -> new UnknownUpgrade(upgrade));
    }

    /** Planned anew, with what the plan has for the same hosts; that some have the version already is no obstacle. */
    @Override
    public List<String> preflight(UpgradeId upgrade, Component component) {
        var stage = stage(upgrade, component);
        var hosts = stage.units().stream().map(UnitPlan::host).distinct().toList();
        var request = new UpgradeRequest(List.of(new Target(component, stage.target())), hosts);
        var policy = upgrades.find(upgrade)
                .orElseThrow(() -> new UnknownUpgrade(upgrade))
                .policy();
        return new UpgradePlanner()
                .plan(request, cluster.get(), policy).blocking().stream()
                        .filter(finding -> finding.code() != Finding.Code.NOTHING_TO_DO)
                        .map(Finding::sentence)
                        .toList();
    }
}
