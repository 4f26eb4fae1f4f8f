package io.mddc.upgrade.workflow;

import io.mddc.upgrade.plan.StagePlan;
import io.mddc.upgrade.plan.UnitPlan;
import io.mddc.upgrade.run.RunEvent;
import io.mddc.upgrade.run.UnitReport;
import io.mddc.upgrade.run.UnitState;
import io.mddc.upgrade.run.WaitReason;
import io.temporal.failure.CanceledFailure;
import io.temporal.workflow.CancellationScope;
import io.temporal.workflow.WorkflowInit;
import java.util.ArrayList;
import java.util.List;

/**
 * One unit after the other. The next one is started while the current one is in work, so that its package is there when its
 * turn comes; it goes when the current one has ended, the minimum stays met without it, and the budget is not spent. After a
 * cancel the unit in work comes to its safe end, and the others are ended without being touched.
 */
public final class StageUpgradeImpl implements StageUpgrade {
    private final StageOrder order;
    private final Recorder recorder;
    private final List<UnitReport> reports = new ArrayList<>();

    @WorkflowInit
    public StageUpgradeImpl(StageOrder order) {
        this.order = order;
        this.recorder = new Recorder(order.upgrade());
    }

    @Override
    public List<UnitReport> run(StageOrder same) {
        var stage = ControlCenter.plans().stage(order.upgrade(), order.component());
        say("%d units of %s go to %s, one at a time, at least %d active."
                .formatted(stage.units().size(), title(), stage.target(), stage.minimumActive()));
        var units = new Units(order, stage);
        try {
            while (reports.size() < stage.units().size() && mayBegin()) {
                runUnit(units, new Turn(stage, this::say));
            }
        } catch (CanceledFailure aborted) {
            say("The upgrade is aborted: no more units of %s begin.".formatted(title()));
        }
        endTheRest(units, stage);
        say("%d of %d units of %s are on %s."
                .formatted(count(UnitState.UPGRADED), stage.units().size(), title(), stage.target()));
        return reports;
    }

    private void runUnit(Units units, Turn turn) {
        int index = reports.size();
        var current = units.start(index, () -> sayHeld(index));
        if (!current.hasEnded()) {
            turn.await(current.plan().instance());
            current.child().go();
            units.startAhead(index + 1);
        }
        var report = current.end();
        if (current.wasTerminated()) {
            recordEnd(report);
        }
        reports.add(report);
    }

    private boolean mayBegin() {
        return count(UnitState.FAILED) < order.budgetLeft()
                && !CancellationScope.current().isCancelRequested();
    }

    private void endTheRest(Units units, StagePlan stage) {
        for (int i = reports.size(); i < stage.units().size(); i++) {
            var plan = stage.units().get(i);
            reports.add(units.stop(i).orElseGet(() -> neverBegun(plan)));
        }
    }

    private UnitReport neverBegun(UnitPlan plan) {
        var why = plan.instance() + " was not begun; it keeps " + plan.from() + ".";
        var report = new UnitReport(plan.instance(), UnitState.CANCELLED, why, List.of());
        recordEnd(report);
        return report;
    }

    private long count(UnitState end) {
        return reports.stream().filter(report -> report.end() == end).count();
    }

    private void recordEnd(UnitReport report) {
        recorder.record((key, upgrade, at) -> new RunEvent.OfUnit(
                key, upgrade, at, report.sentence(), WaitReason.NOTHING, report.instance(), report.end()));
    }

    private void sayHeld(int index) {
        var sentence = "Unit %d of %s waits: a unit of another upgrade still holds its instance."
                .formatted(index + 1, title());
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
