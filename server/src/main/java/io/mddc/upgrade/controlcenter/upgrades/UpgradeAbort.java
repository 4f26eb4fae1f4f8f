package io.mddc.upgrade.controlcenter.upgrades;

import io.mddc.upgrade.cluster.UpgradeId;
import io.mddc.upgrade.controlcenter.hold.EngineSilent;
import io.mddc.upgrade.controlcenter.upgrades.CommandLog.Given;
import io.mddc.upgrade.workflow.Command;
import io.mddc.upgrade.workflow.WorkflowIds;
import io.temporal.client.UpdateOptions;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowNotFoundException;
import io.temporal.client.WorkflowUpdateException;
import io.temporal.client.WorkflowUpdateStage;
import io.temporal.failure.ApplicationFailure;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Aborts an upgrade: the workflow that owns its state decides whether that is possible. The update's id is the command's
 * idempotency key, so a repeat while it runs is the same update; after the end the command log answers.
 */
public final class UpgradeAbort {
    private static final Logger log = LoggerFactory.getLogger(UpgradeAbort.class);
    private static final String UPDATE = "abort";

    private final UpgradeDao upgrades;
    private final CommandLog commands;
    private final BoundedCalls engine;

    public UpgradeAbort(UpgradeDao upgrades, CommandLog commands, BoundedCalls engine) {
        this.upgrades = upgrades;
        this.commands = commands;
        this.engine = engine;
    }

    void abort(UpgradeId id, String reason, Given command) {
        var row = upgrades.find(id).orElseThrow(() -> new UnknownUpgrade(id));
        if (commands.acceptedBefore(command).isPresent()) {
            return;
        }
        if (row.hasEnded()) {
            throw new UpgradeEnded(id, row.sentence());
        }
        engine.ask("abort of upgrade " + id, client -> send(client, id, reason, command));
        commands.accept(command, id);
        log.info("Upgrade {} is aborted by {}: {}", id, command.by(), reason);
    }

    private static UpgradeId send(WorkflowClient client, UpgradeId id, String reason, Given command) {
        var options = UpdateOptions.newBuilder(Void.class)
                .setUpdateName(UPDATE)
                .setUpdateId(command.key().value())
                .setWaitForStage(WorkflowUpdateStage.COMPLETED)
                .build();
        try {
            client.newUntypedWorkflowStub(WorkflowIds.ofUpgrade(id))
                    .startUpdate(options, new Command(id, command.by(), reason))
                    .getResult();
        } catch (WorkflowUpdateException rejected) {
            throw new CommandRejected(id, reason(rejected));
        } catch (WorkflowNotFoundException notRunning) {
            throw new EngineSilent("upgrade " + id + " has no running workflow at the moment", notRunning);
        }
        return id;
    }

    private static String reason(WorkflowUpdateException rejected) {
        return Optional.ofNullable(rejected.getCause())
                .map(cause -> cause instanceof ApplicationFailure failure
                        ? failure.getOriginalMessage()
                        : String.valueOf(cause.getMessage()))
                .orElse(String.valueOf(rejected.getMessage()));
    }
}
