package io.mddc.upgrade.workflow;

import io.mddc.upgrade.plan.StagePlan;
import io.mddc.upgrade.plan.UnitPlan;
import io.mddc.upgrade.run.UnitReport;
import io.mddc.upgrade.workflow.DeferralUpgrade.UnitOrder;
import io.mddc.upgrade.workflow.StageUpgrade.StageOrder;
import io.temporal.api.enums.v1.ParentClosePolicy;
import io.temporal.workflow.Async;
import io.temporal.workflow.ChildWorkflowCancellationType;
import io.temporal.workflow.ChildWorkflowOptions;
import io.temporal.workflow.CompletablePromise;
import io.temporal.workflow.TimerOptions;
import io.temporal.workflow.Workflow;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The unit workflows of a stage, each started at most once. A unit's workflow id is the lock of its instance. */
final class Units {
    private static final Duration PAUSE = Duration.ofSeconds(5);

    private final StageOrder order;
    private final StagePlan stage;
    private final Map<Integer, StartedUnit> started = new TreeMap<>();

    Units(StageOrder order, StagePlan stage) {
        this.order = order;
        this.stage = stage;
    }

    /** Starts the unit unless it was started ahead, and waits until it really is; a lock held elsewhere is waited for. */
    StartedUnit start(int index, Runnable whenHeld) {
        boolean told = false;
        while (true) {
            var unit = started.computeIfAbsent(index, this::begin);
            if (unit.isStarted()) {
                return unit;
            }
            started.remove(index);
            if (!told) {
                whenHeld.run();
                told = true;
            }
            pause("until " + unit.plan().instance() + " is free");
        }
    }

    /** Starts a later unit, so that it uploads; nobody waits for it yet. */
    void startAhead(int index) {
        if (index < stage.units().size()) {
            started.computeIfAbsent(index, this::begin);
        }
    }

    /** Stops a unit that may have been started ahead and waits for its end; empty when it was never begun. */
    Optional<UnitReport> stop(int index) {
        return Optional.ofNullable(started.get(index))
                .filter(StartedUnit::isStarted)
                .map(unit -> {
                    unit.scope().cancel("the stage begins no more units");
                    return unit.end();
                });
    }

    private StartedUnit begin(int index) {
        var plan = stage.units().get(index);
        var soak = order.policy().soak();
        var unitOrder = new UnitOrder(order.upgrade(), plan, order.policy(), index == 0 ? soak.canary() : soak.unit());
        var child = Workflow.newChildWorkflowStub(DeferralUpgrade.class, options(plan));
        CompletablePromise<UnitReport> report = Workflow.newPromise();
        var scope = Workflow.newCancellationScope(() -> report.completeFrom(Async.function(child::run, unitOrder)));
        scope.run();
        return new StartedUnit(plan, child, Workflow.getWorkflowExecution(child), report, scope);
    }

    private ChildWorkflowOptions options(UnitPlan plan) {
        return ChildWorkflowOptions.newBuilder()
                .setWorkflowId(WorkflowIds.ofUnit(plan.instance()))
                .setParentClosePolicy(ParentClosePolicy.PARENT_CLOSE_POLICY_REQUEST_CANCEL)
                .setCancellationType(ChildWorkflowCancellationType.WAIT_CANCELLATION_COMPLETED)
                .setStaticSummary("%s on %s: %s → %s".formatted(plan.instance(), plan.host(), plan.from(), plan.to()))
                .setTypedSearchAttributes(SearchAttributes.ofUnit(order.upgrade(), plan))
                .build();
    }

    private static void pause(String summary) {
        Workflow.newTimer(PAUSE, TimerOptions.newBuilder().setSummary(summary).build())
                .get();
    }
}
