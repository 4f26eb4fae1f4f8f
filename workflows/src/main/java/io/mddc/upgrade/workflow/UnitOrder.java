package io.mddc.upgrade.workflow;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.mddc.upgrade.cluster.UpgradeId;
import io.mddc.upgrade.plan.Policy;
import io.mddc.upgrade.plan.UnitPlan;

/**
 * What a stage asks of one unit.
 *
 * @param attempt 1, and one more for each time the unit is begun anew or taken back
 */
public record UnitOrder(UpgradeId upgrade, UnitPlan plan, Policy policy, int attempt) {
    /** A person runs its installer. */
    @JsonIgnore
    boolean isAttended() {
        return policy.attended().contains(plan.component());
    }
}
