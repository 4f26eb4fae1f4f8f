package io.mddc.upgrade.controlcenter.upgrades;

import static io.mddc.upgrade.workflow.UpgradeWorkflows.TASK_TIMEOUT;
import static java.util.stream.Collectors.joining;

import io.mddc.upgrade.cluster.UpgradeId;
import io.mddc.upgrade.contract.TaskQueues;
import io.mddc.upgrade.controlcenter.hold.UpgradeWorkflows;
import io.mddc.upgrade.workflow.Cleanup;
import io.mddc.upgrade.workflow.Cleanup.CleanupOrder;
import io.mddc.upgrade.workflow.Command;
import io.mddc.upgrade.workflow.SystemUpgrade;
import io.mddc.upgrade.workflow.WorkflowIds;
import io.temporal.api.enums.v1.WorkflowIdReusePolicy;
import io.temporal.client.UpdateOptions;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowExecutionAlreadyStarted;
import io.temporal.client.WorkflowExecutionDescription;
import io.temporal.client.WorkflowNotFoundException;
import io.temporal.client.WorkflowOptions;
import io.temporal.client.WorkflowUpdateException;
import io.temporal.client.WorkflowUpdateStage;
import io.temporal.common.SearchAttributes;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** The workflows of upgrades in the engine. */
public final class TemporalUpgrades implements UpgradeWorkflows {
    private final BoundedCalls engine;
    private final PlanDao plans;

    public TemporalUpgrades(BoundedCalls engine, PlanDao plans) {
        this.engine = engine;
        this.plans = plans;
    }

    @Override
    public Life life(UpgradeId upgrade) {
        return describe(WorkflowIds.ofUpgrade(upgrade))
                .map(TemporalUpgrades::life)
                .orElse(Life.UNKNOWN);
    }

    @Override
    public Optional<String> openPart(UpgradeId upgrade) {
        var stages = plans.listStages(upgrade).stream().map(stage -> WorkflowIds.ofStage(upgrade, stage.component()));
        var units = plans.listUnits(upgrade).stream().map(unit -> WorkflowIds.ofUnit(unit.instance()));
        return Stream.of(Stream.of(WorkflowIds.ofCleanup(upgrade)), stages, units)
                .flatMap(ids -> ids)
                .filter(id -> describe(id)
                        .filter(part -> life(part) == Life.OPEN)
                        .filter(part -> isOf(upgrade, part))
                        .isPresent())
                .findFirst();
    }

    @Override
    public void start(UpgradeId upgrade) {
        var options = options(WorkflowIds.ofUpgrade(upgrade), upgrade)
                .setWorkflowIdReusePolicy(WorkflowIdReusePolicy.WORKFLOW_ID_REUSE_POLICY_REJECT_DUPLICATE)
                .setStaticSummary(summary(upgrade))
                .build();
        startOnce("start of upgrade " + upgrade, client -> {
            var workflow = client.newWorkflowStub(SystemUpgrade.class, options);
            WorkflowClient.start(workflow::run, upgrade);
        });
    }

    @Override
    public void tellStop(UpgradeId upgrade, String stop) {
        tell("emergency stop", upgrade, workflow -> workflow.emergency(stop));
    }

    @Override
    public void tellWindowsChanged(UpgradeId upgrade) {
        tell("changed windows", upgrade, SystemUpgrade::windowsChanged);
    }

    private void tell(String what, UpgradeId upgrade, Consumer<SystemUpgrade> signal) {
        engine.ask(what + " of upgrade " + upgrade, client -> {
            try {
                signal.accept(client.newWorkflowStub(SystemUpgrade.class, WorkflowIds.ofUpgrade(upgrade)));
                return true;
            } catch (WorkflowNotFoundException endedJustNow) {
                return false;
            }
        });
    }

    @Override
    public boolean pause(UpgradeId upgrade, String key, String why) {
        var options = UpdateOptions.newBuilder(Void.class)
                .setUpdateName("pause")
                .setUpdateId(key)
                .setWaitForStage(WorkflowUpdateStage.COMPLETED)
                .build();
        return engine.ask("pause of upgrade " + upgrade, client -> {
            try {
                client.newUntypedWorkflowStub(WorkflowIds.ofUpgrade(upgrade))
                        .startUpdate(options, new Command(upgrade, "the watch over settings", why))
                        .getResult();
                return true;
            } catch (WorkflowUpdateException | WorkflowNotFoundException notNow) {
                return false;
            }
        });
    }

    @Override
    public void startCleanup(CleanupOrder order) {
        var options = options(WorkflowIds.ofCleanup(order.upgrade()), order.upgrade())
                .setStaticSummary("Clean up after upgrade " + order.upgrade())
                .build();
        startOnce("start of the cleanup of " + order.upgrade(), client -> {
            var workflow = client.newWorkflowStub(Cleanup.class, options);
            WorkflowClient.start(workflow::run, order);
        });
    }

    private void startOnce(String what, Consumer<WorkflowClient> start) {
        engine.ask(what, client -> {
            try {
                start.accept(client);
            } catch (WorkflowExecutionAlreadyStarted already) {
                return already.getExecution().getWorkflowId();
            }
            return what;
        });
    }

    private static WorkflowOptions.Builder options(String id, UpgradeId upgrade) {
        return WorkflowOptions.newBuilder()
                .setWorkflowTaskTimeout(TASK_TIMEOUT)
                .setWorkflowId(id)
                .setTaskQueue(TaskQueues.CONTROL_CENTER)
                .setTypedSearchAttributes(SearchAttributes.newBuilder()
                        .set(io.mddc.upgrade.workflow.SearchAttributes.UPGRADE, upgrade.value())
                        .build());
    }

    private String summary(UpgradeId upgrade) {
        return plans.listStages(upgrade).stream()
                .map(stage -> stage.component().title() + " → " + stage.plan().target() + " on "
                        + stage.plan().units().size() + " instances")
                .collect(joining(", "));
    }

    private Optional<WorkflowExecutionDescription> describe(String workflow) {
        return engine.ask("state of " + workflow, client -> {
            try {
                return Optional.of(client.newUntypedWorkflowStub(workflow).describe());
            } catch (WorkflowNotFoundException unknown) {
                return Optional.empty();
            }
        });
    }

    private static Life life(WorkflowExecutionDescription workflow) {
        return switch (workflow.getStatus()) {
            case WORKFLOW_EXECUTION_STATUS_CANCELED, WORKFLOW_EXECUTION_STATUS_TERMINATED -> Life.STOPPED;
            case WORKFLOW_EXECUTION_STATUS_COMPLETED,
                    WORKFLOW_EXECUTION_STATUS_FAILED,
                    WORKFLOW_EXECUTION_STATUS_TIMED_OUT -> Life.ENDED;
            default -> Life.OPEN;
        };
    }

    /** The lock of an instance may be another upgrade's. */
    private static boolean isOf(UpgradeId upgrade, WorkflowExecutionDescription part) {
        var owner = part.getTypedSearchAttributes().get(io.mddc.upgrade.workflow.SearchAttributes.UPGRADE);
        return owner == null || Objects.equals(owner, upgrade.value());
    }
}
