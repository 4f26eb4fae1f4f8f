package io.mddc.upgrade.workflow;

import io.mddc.upgrade.cluster.InstanceId;
import io.mddc.upgrade.plan.StagePlan;
import io.mddc.upgrade.plan.UnitPlan;
import io.mddc.upgrade.run.UnitReport;
import io.mddc.upgrade.run.UnitState;
import io.mddc.upgrade.slots.Slots;
import io.temporal.workflow.Workflow;
import io.temporal.workflow.WorkflowInit;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The stage again, with the way back as the work of its units. A first way back that fails ends it. */
public final class StageRollbackImpl implements StageRollback, Dispatch.Begin {
    private final RollbackOrder order;
    private final StageVoice voice;
    private Optional<UnitRuns> begun = Optional.empty();

    @WorkflowInit
    public StageRollbackImpl(RollbackOrder order) {
        this.order = order;
        this.voice = new StageVoice(order.upgrade(), order.component());
    }

    @Override
    public List<UnitReport> run(RollbackOrder same) {
        return Uncancelled.run(this::stop, this::rollBack);
    }

    private List<UnitReport> rollBack() {
        var whole = ControlCenter.plans().stage(order.upgrade(), order.component());
        var units = order.upgraded().stream()
                .map(report -> whole.unit(report.instance()))
                .toList();
        var stage = new StagePlan(whole.component(), whole.target(), whole.minimumActive(), units);
        var policy = order.policy();
        var rules = new Slots.Rules(
                policy.concurrency(), stage.minimumActive(), units.size(), false, UnitState.ROLLED_BACK);
        var line = new Slots(rules, units);
        var runs = new UnitRuns(stage, line, voice, this);
        begun = Optional.of(runs);
        voice.say("%d units of %s go back, the newest first.".formatted(units.size(), voice.title()));
        return new Dispatch(stage, line, voice, this, runs).run(() -> endWhenSpent(line));
    }

    private void endWhenSpent(Slots line) {
        if (line.isSpent() && !begun.orElseThrow().isClosed()) {
            voice.say("The way back failed: no more units of %s go back.".formatted(voice.title()));
            begun.orElseThrow().close("a way back failed");
            begun.orElseThrow().endTheWaiting();
        }
    }

    @Override
    public Unit begin(UnitPlan plan) {
        return Unit.rollback(new UnitOrder(order.upgrade(), plan, order.policy(), attempt(plan.instance())));
    }

    @Override
    public int attempt(InstanceId instance) {
        return former(instance).attempt() + 1;
    }

    /** It stays as it is. */
    @Override
    public UnitReport untouched(UnitPlan plan, String reason) {
        return former(plan.instance());
    }

    private UnitReport former(InstanceId instance) {
        return order.upgraded().stream()
                .filter(report -> report.instance().equals(instance))
                .findFirst()
                .orElseThrow();
    }

    @Override
    public Duration soak(Slots.Go go) {
        return Duration.ZERO;
    }

    @Override
    public void moved(InstanceId instance, UnitState state, boolean waits) {
        begun.orElseThrow().moved(instance, state, waits);
    }

    @Override
    public void stop() {
        Workflow.await(() -> begun.isPresent());
        begun.orElseThrow().stop();
    }
}
