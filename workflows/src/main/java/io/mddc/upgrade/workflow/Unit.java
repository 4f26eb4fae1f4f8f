package io.mddc.upgrade.workflow;

import io.mddc.upgrade.cluster.UpgradeMethod;
import io.mddc.upgrade.plan.UnitPlan;
import io.mddc.upgrade.run.UnitReport;
import io.temporal.api.enums.v1.ParentClosePolicy;
import io.temporal.workflow.ChildWorkflowOptions;
import io.temporal.workflow.Functions;
import io.temporal.workflow.Workflow;
import java.time.Duration;

/** A unit whose workflow was asked for, and what its stage can tell it. Its workflow id is the lock of its instance. */
record Unit(
        Child<UnitReport> child,
        Functions.Proc1<Duration> go,
        Functions.Proc1<String> goBack,
        Functions.Proc1<String> skip,
        Functions.Proc1<String> end,
        Functions.Proc1<String> emergency,
        Functions.Proc alone) {

    /** How a stage begins a unit. */
    interface Begin {
        Unit begin(UnitOrder order);
    }

    /** By the method of its component. */
    static Unit upgrade(UnitOrder order) {
        var plan = order.plan();
        var options =
                options(order, "%s on %s: %s → %s".formatted(plan.instance(), plan.host(), plan.from(), plan.to()));
        if (plan.component().method() == UpgradeMethod.INSTALLER) {
            var stub = Workflow.newChildWorkflowStub(InstallerUpgrade.class, options);
            return upgrade(stub, () -> stub.run(order));
        }
        var stub = Workflow.newChildWorkflowStub(DeferralUpgrade.class, options);
        return upgrade(stub, () -> stub.run(order));
    }

    private static Unit upgrade(UnitUpgrade stub, Functions.Func<UnitReport> run) {
        return new Unit(
                Child.start(stub, run, stub::stop),
                stub::go,
                stub::goBack,
                stub::skip,
                stub::end,
                stub::emergency,
                stub::alone);
    }

    static Unit rollback(UnitOrder order) {
        var plan = order.plan();
        var summary = "%s on %s: back to %s".formatted(plan.instance(), plan.host(), plan.from());
        var stub = Workflow.newChildWorkflowStub(UnitRollback.class, options(order, summary));
        return new Unit(
                Child.start(stub, () -> stub.run(order), stub::stop),
                soak -> stub.go(),
                why -> {},
                why -> {},
                why -> stub.stop(),
                why -> {},
                () -> {});
    }

    private static ChildWorkflowOptions options(UnitOrder order, String summary) {
        UnitPlan plan = order.plan();
        return ChildWorkflowOptions.newBuilder()
                .setWorkflowId(WorkflowIds.ofUnit(plan.instance()))
                .setWorkflowTaskTimeout(UpgradeWorkflows.TASK_TIMEOUT)
                .setParentClosePolicy(ParentClosePolicy.PARENT_CLOSE_POLICY_REQUEST_CANCEL)
                .setStaticSummary(summary)
                .setTypedSearchAttributes(SearchAttributes.ofUnit(order.upgrade(), plan))
                .build();
    }
}
