package io.mddc.upgrade.workflow;

import static com.google.common.base.Preconditions.checkState;

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
    void checkMeant(Command command) {
        checkState(
                command.upgrade().equals(upgrade), "This is a unit of upgrade %s, not %s.", upgrade, command.upgrade());
    }

    /** A person runs its installer. */
    @JsonIgnore
    boolean isAttended() {
        return policy.attended().contains(plan.component()) || plan.asked().isPresent();
    }
}
