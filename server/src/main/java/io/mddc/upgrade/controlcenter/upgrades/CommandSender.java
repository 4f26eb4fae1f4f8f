package io.mddc.upgrade.controlcenter.upgrades;

import com.google.common.base.Throwables;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.mddc.upgrade.cluster.UpgradeId;
import io.mddc.upgrade.controlcenter.hold.EngineSilent;
import io.mddc.upgrade.controlcenter.rest.Refusal;
import io.mddc.upgrade.controlcenter.upgrades.CommandLog.Given;
import io.mddc.upgrade.run.UpgradeState;
import io.mddc.upgrade.workflow.WorkflowIds;
import io.temporal.client.UpdateOptions;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowNotFoundException;
import io.temporal.client.WorkflowServiceException;
import io.temporal.client.WorkflowUpdateException;
import io.temporal.client.WorkflowUpdateStage;
import io.temporal.failure.ApplicationFailure;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends a command to the workflow that owns the state, once.
 *
 * <ol>
 *   <li>A command the log has was accepted: nothing is sent.
 *   <li>Otherwise it is sent as an update whose id is the idempotency key. While the workflow runs, the engine answers a repeat
 *       with what became of the first.
 *   <li>A workflow that has ended, or says no, may have taken it before this control center could write that down: the engine
 *       still knows the former update by its id.
 *   <li>The workflow's validator says whether the state allows it; its word is the answer.
 * </ol>
 */
public final class CommandSender {
    private static final Logger log = LoggerFactory.getLogger(CommandSender.class);

    private final UpgradeDao upgrades;
    private final CommandLog commands;
    private final BoundedCalls engine;

    public CommandSender(UpgradeDao upgrades, CommandLog commands, BoundedCalls engine) {
        this.upgrades = upgrades;
        this.commands = commands;
        this.engine = engine;
    }

    void send(WorkflowUpdate update, Given given) {
        if (commands.acceptedBefore(given).isPresent()) {
            return;
        }
        var id = update.told().upgrade();
        engine.ask(given.action() + " of upgrade " + id, client -> sendOnce(client, update));
        commands.accept(given, id);
        log.info("Upgrade {} is told '{}' by {}: {}", id, update.name(), given.by(), update.arguments());
    }

    private UpgradeId sendOnce(WorkflowClient client, WorkflowUpdate update) {
        var id = update.told().upgrade();
        var row = upgrades.find(id).orElseThrow(() -> new UnknownUpgrade(id));
        var refusal = row.hasEnded()
                ? Optional.<Refusal>of(new UpgradeEnded(id, row.sentence()))
                : update(client, update, row.state());
        refusal.filter(no -> !wasTakenBefore(client, update)).ifPresent(no -> {
            throw no;
        });
        return id;
    }

    /** Empty when it was done. */
    private static Optional<Refusal> update(WorkflowClient client, WorkflowUpdate update, UpgradeState state) {
        var options = UpdateOptions.newBuilder(Void.class)
                .setUpdateName(update.name())
                .setUpdateId(update.told().key().value())
                .setWaitForStage(WorkflowUpdateStage.COMPLETED)
                .build();
        try {
            client.newUntypedWorkflowStub(update.workflow())
                    .startUpdate(options, update.arguments().toArray())
                    .getResult();
            return Optional.empty();
        } catch (WorkflowUpdateException refused) {
            return Optional.of(refusal(update, refused));
        } catch (WorkflowNotFoundException notRunning) {
            if (state == UpgradeState.STARTING) {
                throw new EngineSilent("upgrade " + update.told().upgrade() + " is just being started", notRunning);
            }
            return Optional.of(new CommandRejected(update.told().upgrade(), update.whatRuns()));
        }
    }

    /** An approval may have gone to the upgrade when its stage is asked now. */
    private static boolean wasTakenBefore(WorkflowClient client, WorkflowUpdate update) {
        return Stream.of(update.workflow(), WorkflowIds.ofUpgrade(update.told().upgrade()))
                .distinct()
                .anyMatch(workflow -> hasTaken(client, workflow, update));
    }

    /** Throws what became of it when that was no success. */
    private static boolean hasTaken(WorkflowClient client, String workflow, WorkflowUpdate update) {
        try {
            client.newUntypedWorkflowStub(workflow)
                    .getUpdateHandle(update.told().key().value(), Void.class)
                    .getResult();
            return true;
        } catch (WorkflowUpdateException refused) {
            throw refusal(update, refused);
        } catch (WorkflowNotFoundException unknown) {
            return false;
        } catch (WorkflowServiceException | StatusRuntimeException failed) {
            if (isNotFound(failed)) {
                return false;
            }
            throw failed;
        }
    }

    private static boolean isNotFound(RuntimeException failed) {
        return Throwables.getCausalChain(failed).stream()
                .anyMatch(cause -> cause instanceof StatusRuntimeException status
                        && status.getStatus().getCode() == Status.Code.NOT_FOUND);
    }

    /** Validators throw IllegalStateException; a handler that cannot go on throws an application failure of its own type. */
    private static Refusal refusal(WorkflowUpdate update, WorkflowUpdateException refused) {
        var id = update.told().upgrade();
        if (refused.getCause() instanceof ApplicationFailure failure) {
            return failure.getType().equals(IllegalStateException.class.getName())
                    ? new CommandRejected(id, failure.getOriginalMessage())
                    : new CommandFailed(id, failure.getOriginalMessage());
        }
        return new CommandFailed(
                id,
                String.valueOf(
                        refused.getCause() == null
                                ? refused.getMessage()
                                : refused.getCause().getMessage()));
    }
}
