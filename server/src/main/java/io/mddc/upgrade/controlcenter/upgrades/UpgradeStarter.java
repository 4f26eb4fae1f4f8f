package io.mddc.upgrade.controlcenter.upgrades;

import io.mddc.upgrade.cluster.UpgradeId;
import io.mddc.upgrade.controlcenter.hold.EngineSilent;
import io.mddc.upgrade.controlcenter.hold.UpgradeWorkflows;
import io.mddc.upgrade.controlcenter.upgrades.CommandLog.Given;
import io.mddc.upgrade.plan.Policy;
import io.mddc.upgrade.plan.StartTime;
import io.mddc.upgrade.plan.UpgradePlan;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Starts an upgrade.
 *
 * <ol>
 *   <li>A command that was accepted before is answered as before.
 *   <li>The plan is made of the cluster as it is now; a blocking finding stops the start.
 *   <li>One transaction takes the cluster unless it begins later, writes the plan and accepts the command; from here on the upgrade exists.
 *   <li>The workflow is started. If the engine does not answer, the reconciler starts it: the row stands.
 * </ol>
 */
public final class UpgradeStarter {
    private static final Logger log = LoggerFactory.getLogger(UpgradeStarter.class);

    private final CommandLog commands;
    private final Planning planning;
    private final PlannedUpgrades planned;
    private final UpgradeWorkflows workflows;

    UpgradeStarter(CommandLog commands, Planning planning, PlannedUpgrades planned, UpgradeWorkflows workflows) {
        this.commands = commands;
        this.planning = planning;
        this.planned = planned;
        this.workflows = workflows;
    }

    Started start(StartRequest request, Given command) {
        var before = commands.acceptedBefore(command);
        if (before.isPresent()) {
            return new Started(before.get(), false);
        }
        var chosen = planning.policyOf(request);
        if (request.start().kind() == StartTime.Kind.NOW) {
            planned.checkFree();
        }
        var plan = plan(request, chosen);
        var id = planned.insert(plan, request.start(), command);
        if (id.isEmpty()) {
            return start(request, command);
        }
        startWorkflow(id.get());
        return new Started(id.get(), true);
    }

    private UpgradePlan plan(StartRequest request, Policy chosen) {
        var plan = planning.plan(request, chosen).plan();
        if (!plan.blocking().isEmpty()) {
            throw new PlanBlocked(plan.findings());
        }
        return plan;
    }

    private void startWorkflow(UpgradeId id) {
        try {
            workflows.start(id);
            log.info("Upgrade {} is started", id);
        } catch (EngineSilent silent) {
            log.warn(
                    "Upgrade {} is recorded; its workflow is started when the engine answers: {}", id, silent.detail());
        }
    }

    /**
     * @param isNew this call started it
     */
    record Started(UpgradeId id, boolean isNew) {}
}
