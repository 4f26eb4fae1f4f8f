package io.mddc.upgrade.plan;

import io.mddc.upgrade.plan.Finding.Code;
import io.mddc.upgrade.plan.Policy.PastLimit;
import java.util.ArrayList;
import java.util.List;

/** What is noticed about a policy, whatever it is used for. */
final class PolicyFindings {
    private PolicyFindings() {}

    static List<Finding> of(Policy policy) {
        var findings = new ArrayList<Finding>();
        if (policy.concurrency() > 1) {
            findings.add(new Finding(
                    Code.CONCURRENCY_ABOVE_ONE,
                    "Up to %d units are in work at once; the vendor upgrades one instance after another."
                            .formatted(policy.concurrency()),
                    "Set concurrency to 1 to follow the vendor."));
        }
        if (policy.drain().whenPassed() == PastLimit.FAIL_FILES) {
            findings.add(new Finding(
                    Code.DRAIN_FAILS_FILES,
                    "Files still in work after %s of draining fail."
                            .formatted(Estimate.inWords(policy.drain().limit())),
                    "Set drain.whenPassed to ASK, RETURN or EXTEND if none may fail."));
        }
        if (policy.reboots().allowed()) {
            findings.add(new Finding(
                    Code.REBOOTS_ALLOWED,
                    "A host is started again when a package asks for it; whatever else is on it goes down with it.",
                    "Set reboots.allowed to false if only a person may do that."));
        }
        return findings;
    }

    /** Empty when the budget can stop the stage. */
    static List<Finding> ofBudget(Policy policy, String title, int units) {
        if (units < 2 || policy.failureBudget().of(units) < units) {
            return List.of();
        }
        return List.of(new Finding(
                Code.BUDGET_ABOVE_STAGE,
                "The failure budget (%s) covers all %d units of %s: once the first has succeeded, no failure stops it."
                        .formatted(policy.failureBudget(), units, title),
                "Set failureBudget to less than that."));
    }
}
