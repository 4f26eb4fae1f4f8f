package io.mddc.upgrade.workflow;

import io.mddc.upgrade.plan.StagePlan;
import io.mddc.upgrade.plan.UnitPlan;
import io.mddc.upgrade.run.UnitReport;
import io.mddc.upgrade.workflow.DeferralUpgrade.UnitOrder;
import io.mddc.upgrade.workflow.StageUpgrade.StageOrder;
import io.temporal.api.enums.v1.ParentClosePolicy;
import io.temporal.workflow.ChildWorkflowOptions;
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
    private final Map<Integer, Unit> started = new TreeMap<>();

    Units(StageOrder order, StagePlan stage) {
        this.order = order;
        this.stage = stage;
    }

    /** Starts the unit unless it was started ahead, and waits until it really is; a lock held elsewhere is waited for. */
    Unit start(int index, Runnable whenHeld) {
        boolean told = false;
        while (true) {
            var unit = started.computeIfAbsent(index, this::begin);
            if (unit.child().isStarted()) {
                return unit;
            }
            started.remove(index);
            if (!told) {
                whenHeld.run();
                told = true;
            }
            pause("until " + stage.units().get(index).instance() + " is free");
        }
    }

    /** Starts a later unit, so that it uploads; nobody waits for it yet. */
    void startAhead(int index) {
        if (index < stage.units().size()) {
            started.computeIfAbsent(index, this::begin);
        }
    }

    /** Asks every unit that was started to come to a safe end. */
    void askAllToStop() {
        started.values().stream().map(Unit::child).filter(Child::isStarted).forEach(Child::askToStop);
    }

    /** A unit that was really started. */
    Optional<Unit> find(int index) {
        return Optional.ofNullable(started.get(index))
                .filter(unit -> unit.child().isStarted());
    }

    private Unit begin(int index) {
        var plan = stage.units().get(index);
        var soak = order.policy().soak();
        var unitOrder = new UnitOrder(order.upgrade(), plan, order.policy(), index == 0 ? soak.canary() : soak.unit());
        var stub = Workflow.newChildWorkflowStub(DeferralUpgrade.class, options(plan));
        return new Unit(stub, Child.start(stub, () -> stub.run(unitOrder), stub::stop));
    }

    private ChildWorkflowOptions options(UnitPlan plan) {
        return ChildWorkflowOptions.newBuilder()
                .setWorkflowId(WorkflowIds.ofUnit(plan.instance()))
                .setWorkflowTaskTimeout(UpgradeWorkflows.TASK_TIMEOUT)
                .setParentClosePolicy(ParentClosePolicy.PARENT_CLOSE_POLICY_REQUEST_CANCEL)
                .setStaticSummary("%s on %s: %s → %s".formatted(plan.instance(), plan.host(), plan.from(), plan.to()))
                .setTypedSearchAttributes(SearchAttributes.ofUnit(order.upgrade(), plan))
                .build();
    }

    private static void pause(String summary) {
        Workflow.newTimer(PAUSE, TimerOptions.newBuilder().setSummary(summary).build())
                .get();
    }

    /** A unit whose workflow was asked for. */
    record Unit(DeferralUpgrade workflow, Child<UnitReport> child) {}
}
