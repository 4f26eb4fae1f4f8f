package io.mddc.upgrade.workflow;

import io.mddc.upgrade.cluster.Component;
import io.mddc.upgrade.cluster.UpgradeId;
import io.mddc.upgrade.plan.Policy;
import io.mddc.upgrade.run.StepTime;
import io.mddc.upgrade.run.UnitReport;
import io.mddc.upgrade.run.UnitState;
import io.mddc.upgrade.workflow.StageRollback.RollbackOrder;
import io.mddc.upgrade.workflow.StageUpgrade.StageOrder;
import io.temporal.api.enums.v1.ParentClosePolicy;
import io.temporal.failure.CanceledFailure;
import io.temporal.workflow.ChildWorkflowOptions;
import io.temporal.workflow.Functions;
import io.temporal.workflow.Workflow;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The stages of one upgrade as its children, forward and back, and what became of their units. */
final class StageRuns {
    private final UpgradeId upgrade;
    private final Map<Component, List<UnitReport>> reports = new EnumMap<>(Component.class);
    private Optional<InWork> inWork = Optional.empty();
    private boolean isGoingBack;

    StageRuns(UpgradeId upgrade) {
        this.upgrade = upgrade;
    }

    private record InWork(Child<List<UnitReport>> child, StageUpgrade stage) {}

    void begin(Component component, Policy policy) {
        var options = options(WorkflowIds.ofStage(upgrade, component), component, component.title());
        var stub = Workflow.newChildWorkflowStub(StageUpgrade.class, options);
        var order = new StageOrder(upgrade, component, policy, failures());
        inWork = Optional.of(new InWork(Child.start(stub, () -> stub.run(order), stub::stop), stub));
    }

    boolean hasEnded() {
        return inWork.map(it -> it.child().hasEnded()).orElse(true);
    }

    /** Of the stage that was begun: false when it was ended from outside, so that nobody knows what became of its units. */
    boolean await(Component component) {
        var report = awaitReport(inWork.orElseThrow().child());
        inWork = Optional.empty();
        report.ifPresent(units -> reports.put(component, units));
        return report.isPresent();
    }

    /** Tells the stage in work, if there is one. */
    void tell(Functions.Proc1<StageUpgrade> word) {
        inWork.ifPresent(it -> it.child().send(() -> word.apply(it.stage())));
    }

    boolean isInWork() {
        return inWork.isPresent() || isGoingBack;
    }

    /** Takes the upgraded units of the component back; false as for a stage. */
    boolean rollBack(Component component, Policy policy) {
        var upgraded = reports.getOrDefault(component, List.of()).stream()
                .filter(report -> report.end() == UnitState.UPGRADED)
                .sorted(Comparator.comparing(StageRuns::ended).reversed())
                .toList();
        if (upgraded.isEmpty()) {
            return true;
        }
        var options = options(
                WorkflowIds.ofRollback(upgrade, component), component, component.title() + " back to what it was");
        var stub = Workflow.newChildWorkflowStub(StageRollback.class, options);
        var order = new RollbackOrder(upgrade, component, policy, upgraded);
        isGoingBack = true;
        var back = awaitReport(Child.start(stub, () -> stub.run(order), stub::stop));
        isGoingBack = false;
        back.ifPresent(units -> replace(component, units));
        return back.isPresent();
    }

    List<UnitState> ends(Component component) {
        return reports.getOrDefault(component, List.of()).stream()
                .map(UnitReport::end)
                .toList();
    }

    List<UnitReport> units() {
        return reports.values().stream().flatMap(List::stream).toList();
    }

    List<UnitState> ends() {
        return units().stream().map(UnitReport::end).toList();
    }

    private int failures() {
        return (int) ends().stream()
                .filter(end -> end == UnitState.FAILED || end == UnitState.ROLLED_BACK)
                .count();
    }

    private void replace(Component component, List<UnitReport> back) {
        var former = reports.getOrDefault(component, List.of());
        reports.put(
                component,
                former.stream()
                        .map(report -> back.stream()
                                .filter(it -> it.instance().equals(report.instance()))
                                .findFirst()
                                .orElse(report))
                        .toList());
    }

    private static Instant ended(UnitReport report) {
        return report.steps().stream()
                .map(StepTime::end)
                .max(Comparator.naturalOrder())
                .orElse(Instant.EPOCH);
    }

    /** When the upgrade is aborted the stage is asked to stop, and its report waited for. */
    private static Optional<List<UnitReport>> awaitReport(Child<List<UnitReport>> child) {
        try {
            child.await();
        } catch (CanceledFailure stopped) {
            Workflow.newDetachedCancellationScope(child::askToStop).run();
        }
        return child.report();
    }

    private ChildWorkflowOptions options(String id, Component component, String summary) {
        return ChildWorkflowOptions.newBuilder()
                .setWorkflowId(id)
                .setWorkflowTaskTimeout(UpgradeWorkflows.TASK_TIMEOUT)
                .setParentClosePolicy(ParentClosePolicy.PARENT_CLOSE_POLICY_REQUEST_CANCEL)
                .setStaticSummary(summary + ", upgrade " + upgrade)
                .setTypedSearchAttributes(SearchAttributes.ofUpgrade(upgrade, component))
                .build();
    }
}
