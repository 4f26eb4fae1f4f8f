package io.mddc.upgrade.workflow;

import static com.google.common.base.Preconditions.checkState;

import io.mddc.upgrade.cluster.Component;
import io.mddc.upgrade.cluster.UpgradeId;
import io.mddc.upgrade.contract.UpgradePlans.Outline;
import io.mddc.upgrade.run.Outcome;
import io.mddc.upgrade.run.RunEvent;
import io.mddc.upgrade.run.UnitReport;
import io.mddc.upgrade.run.UnitState;
import io.mddc.upgrade.run.UpgradeState;
import io.mddc.upgrade.run.WaitReason;
import io.mddc.upgrade.workflow.Cleanup.CleanupOrder;
import io.mddc.upgrade.workflow.StageUpgrade.StageOrder;
import io.temporal.api.enums.v1.ParentClosePolicy;
import io.temporal.failure.CanceledFailure;
import io.temporal.workflow.CancellationScope;
import io.temporal.workflow.ChildWorkflowOptions;
import io.temporal.workflow.Workflow;
import io.temporal.workflow.WorkflowInit;
import java.util.ArrayList;
import java.util.List;

/**
 * The stages in their order, then the cleanup, whatever happened. An abort by command and a cancel in the Temporal Web UI are
 * the same: the stage in work is stopped and waited for.
 */
public final class SystemUpgradeImpl implements SystemUpgrade {
    private final UpgradeId upgrade;
    private final Recorder recorder;
    private final CancellationScope stages;
    private final List<UnitReport> reports = new ArrayList<>();
    private UpgradeState state = UpgradeState.RUNNING;
    private String sentence = "";
    private boolean aborted;
    private boolean broken;

    @WorkflowInit
    public SystemUpgradeImpl(UpgradeId upgrade) {
        this.upgrade = upgrade;
        this.recorder = new Recorder(upgrade);
        this.stages = Workflow.newCancellationScope(this::runStages);
    }

    @Override
    public Outcome run(UpgradeId same) {
        try {
            stages.run();
        } catch (CanceledFailure cancelled) {
            aborted = true;
        }
        aborted |= CancellationScope.current().isCancelRequested();
        var outcome = broken && !aborted ? Outcome.FAILED : Outcome.of(aborted, ends());
        Workflow.newDetachedCancellationScope(() -> cleanUp(outcome)).run();
        Workflow.await(Workflow::isEveryHandlerFinished);
        return outcome;
    }

    @Override
    public void abort(Command command) {
        aborted = true;
        sentence = "Aborted by " + command.by() + ": " + command.reason();
        say(UpgradeState.RUNNING, sentence + " Units in work come to a safe end.");
        stages.cancel(command.reason());
    }

    @Override
    public void validateAbort(Command command) {
        checkState(command.upgrade().equals(upgrade), "This is upgrade %s, not %s.", upgrade, command.upgrade());
        checkState(state == UpgradeState.RUNNING, "Upgrade %s is %s: nothing is left to abort.", upgrade, state);
        checkState(!aborted, "Upgrade %s is being aborted already.", upgrade);
    }

    @Override
    public UpgradeState state() {
        return state;
    }

    private void runStages() {
        var outline = ControlCenter.plans().outline(upgrade);
        say(UpgradeState.RUNNING, "The upgrade runs: " + outline.stages().size() + " stage(s).");
        for (var component : outline.stages()) {
            int budgetLeft = outline.policy().failureBudget() - failures();
            if (budgetLeft > 0 && !broken && !CancellationScope.current().isCancelRequested()) {
                runStage(component, outline, budgetLeft);
            }
        }
    }

    private void runStage(Component component, Outline outline, int budgetLeft) {
        var stub = Workflow.newChildWorkflowStub(StageUpgrade.class, stageOptions(component));
        var order = new StageOrder(upgrade, component, outline.policy(), budgetLeft);
        var stage = Child.start(stub, () -> stub.run(order), stub::stop);
        try {
            stage.await();
        } catch (CanceledFailure stopped) {
            Workflow.newDetachedCancellationScope(stage::askToStop).run();
        }
        stage.report().ifPresentOrElse(reports::addAll, () -> {
            broken = true;
            sentence = "The stage " + component.title() + " was ended from outside.";
        });
    }

    private ChildWorkflowOptions stageOptions(Component component) {
        return ChildWorkflowOptions.newBuilder()
                .setWorkflowId(WorkflowIds.ofStage(upgrade, component))
                .setWorkflowTaskTimeout(UpgradeWorkflows.TASK_TIMEOUT)
                .setParentClosePolicy(ParentClosePolicy.PARENT_CLOSE_POLICY_REQUEST_CANCEL)
                .setStaticSummary(component.title() + " of upgrade " + upgrade)
                .setTypedSearchAttributes(SearchAttributes.ofUpgrade(upgrade, component))
                .build();
    }

    private void cleanUp(Outcome outcome) {
        var why = sentence.isEmpty() ? summary(outcome) : sentence;
        say(UpgradeState.ENDING, why);
        var cleanup = Workflow.newChildWorkflowStub(
                Cleanup.class,
                ChildWorkflowOptions.newBuilder()
                        .setWorkflowId(WorkflowIds.ofCleanup(upgrade))
                        .setWorkflowTaskTimeout(UpgradeWorkflows.TASK_TIMEOUT)
                        .setParentClosePolicy(ParentClosePolicy.PARENT_CLOSE_POLICY_ABANDON)
                        .setStaticSummary("Cleanup of upgrade " + upgrade)
                        .build());
        cleanup.run(new CleanupOrder(upgrade, outcome, why));
        state = UpgradeState.ENDED;
    }

    private String summary(Outcome outcome) {
        long upgraded = ends().stream().filter(UnitState.UPGRADED::equals).count();
        return "%s: %d of %d units upgraded.".formatted(outcome, upgraded, reports.size());
    }

    private int failures() {
        return (int) ends().stream().filter(UnitState.FAILED::equals).count();
    }

    private List<UnitState> ends() {
        return reports.stream().map(UnitReport::end).toList();
    }

    private void say(UpgradeState now, String what) {
        state = now;
        recorder.record((key, id, at) -> new RunEvent.OfUpgrade(key, id, at, what, WaitReason.NOTHING, now));
    }
}
