package io.mddc.upgrade.controlcenter.upgrades;

import io.mddc.upgrade.plan.ClusterView;
import io.mddc.upgrade.plan.Policy;
import io.mddc.upgrade.plan.UpgradePlan;
import io.mddc.upgrade.plan.UpgradePlanner;
import java.util.function.Supplier;

/**
 * Plans what is asked for with policy, cluster and maintenance windows as they are now: what a preview finds a start finds too.
 *
 * @param cluster as it is when it is asked
 */
record Planning(PolicyFile policy, Supplier<ClusterView> cluster, WindowOutlook outlook) {
    /** The installation's, with what the request says otherwise. */
    Policy policyOf(StartRequest request) {
        return policy.with(request.policy());
    }

    Planned plan(StartRequest request, Policy chosen) {
        var now = cluster.get();
        var plan = new UpgradePlanner().plan(request.request(), now, chosen);
        return new Planned(outlook.lookAt(plan, request.start()), now);
    }

    /**
     * @param cluster the one it was made for
     */
    record Planned(UpgradePlan plan, ClusterView cluster) {}
}
