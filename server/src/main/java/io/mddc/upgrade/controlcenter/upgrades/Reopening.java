package io.mddc.upgrade.controlcenter.upgrades;

import io.mddc.upgrade.cluster.UpgradeId;
import io.mddc.upgrade.controlcenter.hold.EngineSilent;
import io.mddc.upgrade.controlcenter.hold.SettingsFreeze;
import io.mddc.upgrade.controlcenter.hold.UpgradeWorkflows;
import io.mddc.upgrade.controlcenter.upgrades.CommandLog.Given;
import io.mddc.upgrade.run.Outcome;
import io.mddc.upgrade.workflow.Cleanup.CleanupOrder;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Opens a system that an upgrade left closed, once a person has repaired it. One transaction takes the cluster again and
 * accepts the command; then the upgrade's cleanup is started once more, by the reconciler if the engine does not answer now.
 */
public final class Reopening {
    private static final Logger log = LoggerFactory.getLogger(Reopening.class);

    private final Jdbi jdbi;
    private final CommandLog commands;
    private final UpgradeWorkflows workflows;

    public Reopening(Jdbi jdbi, CommandLog commands, UpgradeWorkflows workflows) {
        this.jdbi = jdbi;
        this.commands = commands;
        this.workflows = workflows;
    }

    void reopen(Told told) {
        var given = WorkflowUpdate.given(told, "reopen");
        if (commands.acceptedBefore(given).isPresent()) {
            return;
        }
        take(told, given);
        try {
            workflows.startCleanup(new CleanupOrder(told.upgrade(), Outcome.FAILED, "The system is reopened."));
        } catch (EngineSilent silent) {
            log.warn("Upgrade {} is reopened when the engine answers: {}", told.upgrade(), silent.detail());
        }
    }

    private void take(Told told, Given given) {
        try {
            jdbi.useTransaction(handle -> take(handle, told.upgrade(), given));
        } catch (UnableToExecuteStatementException refused) {
            var holder = jdbi.withExtension(UpgradeDao.class, UpgradeDao::findHolder);
            throw holder.<RuntimeException>map(row -> new ClusterHeld(row.id())).orElse(refused);
        }
    }

    private void take(Handle handle, UpgradeId upgrade, Given given) {
        if (handle.attach(UpgradeDao.class).reopen(upgrade) == 0) {
            throw new CommandRejected(upgrade, "it has not left the system closed.");
        }
        var command = commands.row(given, upgrade);
        handle.attach(CommandDao.class).insert(command);
        SettingsFreeze.note(handle, upgrade, command.acceptedAt());
    }
}
