package io.mddc.upgrade.workflow;

import io.mddc.upgrade.cluster.InstanceId;
import io.mddc.upgrade.plan.StagePlan;
import io.mddc.upgrade.plan.UnitPlan;
import io.mddc.upgrade.run.RunEvent;
import io.mddc.upgrade.run.UnitReport;
import io.mddc.upgrade.run.UnitState;
import io.mddc.upgrade.run.WaitReason;
import io.mddc.upgrade.workflow.Units.Unit;
import io.temporal.failure.CanceledFailure;
import io.temporal.workflow.CancellationScope;
import io.temporal.workflow.Workflow;
import io.temporal.workflow.WorkflowInit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * One unit after the other. The next one is started while the current one is in work, so that its package is there when its
 * turn comes; it goes when it has it, the current one has ended, the minimum stays met without it, and the budget is not
 * spent: all read at that moment, however long the upload took. When
 * the stage is stopped the unit in work comes to its safe end, and the others end without being touched.
 */
public final class StageUpgradeImpl implements StageUpgrade {
    private final StageOrder order;
    private final Recorder recorder;
    private final CancellationScope whole;
    private final Set<InstanceId> uploaded = new HashSet<>();
    private final List<UnitReport> reports = new ArrayList<>();

    @WorkflowInit
    public StageUpgradeImpl(StageOrder order) {
        this.order = order;
        this.recorder = new Recorder(order.upgrade());
        this.whole = Workflow.newCancellationScope(this::runUnits);
    }

    @Override
    public void uploaded(InstanceId instance) {
        uploaded.add(instance);
    }

    @Override
    public void stop() {
        whole.cancel("the upgrade is aborted");
    }

    @Override
    public List<UnitReport> run(StageOrder same) {
        whole.run();
        return reports;
    }

    private void runUnits() {
        var stage = ControlCenter.plans().stage(order.upgrade(), order.component());
        say("%d units of %s go to %s, one at a time, at least %d active."
                .formatted(stage.units().size(), title(), stage.target(), stage.minimumActive()));
        var units = new Units(order, stage);
        try {
            while (reports.size() < stage.units().size() && count(UnitState.FAILED) < order.budgetLeft()) {
                runUnit(units, stage);
            }
        } catch (CanceledFailure stopped) {
            say("The upgrade is aborted: no more units of %s begin.".formatted(title()));
        }
        Workflow.newDetachedCancellationScope(() -> endTheRest(units, stage)).run();
        say("%d of %d units of %s are on %s."
                .formatted(count(UnitState.UPGRADED), stage.units().size(), title(), stage.target()));
    }

    private void runUnit(Units units, StagePlan stage) {
        int index = reports.size();
        var plan = stage.units().get(index);
        var unit = units.start(index, () -> sayHeld(plan));
        Workflow.await(() -> uploaded.contains(plan.instance()) || unit.child().hasEnded());
        if (!unit.child().hasEnded()) {
            new Turn(stage, this::say).await(plan.instance());
            unit.child().send(unit.workflow()::go);
            units.startAhead(index + 1);
            unit.child().await();
        }
        reports.add(reportOf(unit, plan));
    }

    private void endTheRest(Units units, StagePlan stage) {
        units.askAllToStop();
        for (int i = reports.size(); i < stage.units().size(); i++) {
            var plan = stage.units().get(i);
            reports.add(units.find(i).map(unit -> reportOf(unit, plan)).orElseGet(() -> neverBegun(plan)));
        }
    }

    private UnitReport reportOf(Unit unit, UnitPlan plan) {
        return unit.child().report().orElseGet(() -> unit.child().wasCancelled() ? lost(plan) : terminated(plan));
    }

    private static UnitReport lost(UnitPlan plan) {
        var why = plan.instance() + " was cancelled by itself, from outside; it came to a safe end.";
        return new UnitReport(plan.instance(), UnitState.CANCELLED, why, List.of());
    }

    private UnitReport terminated(UnitPlan plan) {
        var why = plan.instance() + " is in an unknown state: its workflow was ended from outside.";
        var person = "an administrator of " + plan.host();
        return recorded(
                new UnitReport(plan.instance(), UnitState.FAILED, why, List.of()),
                new WaitReason.ForPerson(why, Recorder.now(), person));
    }

    private UnitReport neverBegun(UnitPlan plan) {
        var why = plan.instance() + " was not begun; it keeps " + plan.from() + ".";
        return recorded(new UnitReport(plan.instance(), UnitState.CANCELLED, why, List.of()), WaitReason.NOTHING);
    }

    private UnitReport recorded(UnitReport report, WaitReason wait) {
        recorder.record((key, upgrade, at) ->
                new RunEvent.OfUnit(key, upgrade, at, report.sentence(), wait, report.instance(), report.end()));
        return report;
    }

    private long count(UnitState end) {
        return reports.stream().filter(report -> report.end() == end).count();
    }

    private void sayHeld(UnitPlan plan) {
        var sentence = "%s waits: a unit of another upgrade still holds it (workflow %s)."
                .formatted(plan.instance(), WorkflowIds.ofUnit(plan.instance()));
        say(sentence, new WaitReason.ForPerson(sentence, Recorder.now(), "whoever runs that upgrade"));
    }

    private void say(String sentence) {
        say(sentence, WaitReason.NOTHING);
    }

    private void say(String sentence, WaitReason waitReason) {
        recorder.record(
                (key, upgrade, at) -> new RunEvent.OfStage(key, upgrade, at, sentence, waitReason, order.component()));
    }

    private String title() {
        return order.component().title();
    }
}
