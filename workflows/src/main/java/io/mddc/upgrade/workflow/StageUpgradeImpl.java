package io.mddc.upgrade.workflow;

import static com.google.common.base.Preconditions.checkState;

import io.mddc.upgrade.cluster.InstanceId;
import io.mddc.upgrade.plan.Policy;
import io.mddc.upgrade.plan.StagePlan;
import io.mddc.upgrade.plan.UnitPlan;
import io.mddc.upgrade.run.UnitReport;
import io.mddc.upgrade.run.UnitState;
import io.mddc.upgrade.slots.Slots;
import io.temporal.workflow.Workflow;
import io.temporal.workflow.WorkflowInit;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Begins units and lets them go, in slots, until all have ended, somebody stops it, or too many have failed. Signals wait until
 * the plan is loaded; commands are rejected until then.
 */
public final class StageUpgradeImpl implements StageUpgrade, Dispatch.Begin {
    private final StageOrder order;
    private final StageVoice voice;
    private final UpgradeLink upgrade = new UpgradeLink();
    private final WindowGate gate;
    private final Map<InstanceId, Integer> attempts = new HashMap<>();
    private Optional<StageWork> work = Optional.empty();

    @WorkflowInit
    public StageUpgradeImpl(StageOrder order) {
        this.order = order;
        this.voice = new StageVoice(order.upgrade(), order.component());
        this.gate = new WindowGate(order, upgrade);
    }

    @Override
    public List<UnitReport> run(StageOrder same) {
        return Uncancelled.run(this::stop, this::runUnits);
    }

    private List<UnitReport> runUnits() {
        var stage = ControlCenter.plans().stage(order.upgrade(), order.component());
        var slots = new Slots(rules(stage), stage.units());
        var units = new UnitRuns(stage, slots, voice, this);
        voice.say("%d units of %s go to %s, at most %d at once, at least %d active."
                .formatted(
                        stage.units().size(),
                        voice.title(),
                        stage.target(),
                        order.policy().concurrency(),
                        stage.minimumActive()));
        var begun = new StageWork(order.policy(), slots, units, voice, upgrade);
        work = Optional.of(begun);
        var reports = new Dispatch(stage, slots, voice, this, units).run(begun::look);
        long upgraded = reports.stream()
                .filter(report -> report.end() == UnitState.UPGRADED)
                .count();
        voice.say("%d of %d units of %s are on %s."
                .formatted(upgraded, stage.units().size(), voice.title(), stage.target()));
        Workflow.await(Workflow::isEveryHandlerFinished);
        return reports;
    }

    private Slots.Rules rules(StagePlan stage) {
        Policy policy = order.policy();
        int budget = policy.failureBudget().of(stage.units().size()) - order.failuresBefore();
        return new Slots.Rules(
                policy.concurrency(),
                stage.minimumActive(),
                budget,
                policy.approval().canary(),
                UnitState.UPGRADED);
    }

    @Override
    public Unit begin(UnitPlan plan) {
        return Unit.upgrade(new UnitOrder(order.upgrade(), plan, order.policy(), attempt(plan.instance())));
    }

    @Override
    public int attempt(InstanceId instance) {
        return attempts.getOrDefault(instance, 1);
    }

    @Override
    public Duration soak(Slots.Go go) {
        var soak = order.policy().soak();
        if (order.policy().needsMaintenance(order.component())) {
            // The system waits, and a file goes through it before it is opened.
            return Duration.ZERO;
        }
        return go.canary() ? soak.canary() : soak.unit();
    }

    /** A fresh report takes its time, and while the system is closed nobody is served: only a minimum is worth that. */
    @Override
    public boolean countsActive(StagePlan stage) {
        return stage.minimumActive() > 0 || !order.policy().needsMaintenance(order.component());
    }

    @Override
    public UnitReport untouched(UnitPlan plan, String reason) {
        var sentence = "%s was not begun: %s. It keeps %s.".formatted(plan.instance(), reason, plan.from());
        return voice.untouched(plan.instance(), UnitState.CANCELLED, sentence, attempt(plan.instance()));
    }

    @Override
    public void moved(InstanceId instance, UnitState state, boolean waits) {
        work.orElseThrow().moved(instance, state, waits);
    }

    @Override
    public void alone(InstanceId instance) {
        work.orElseThrow().alone(instance);
    }

    @Override
    public void pause() {
        await().pause();
    }

    @Override
    public void resume() {
        await().resume();
    }

    @Override
    public void emergency(String sentence) {
        await().emergency(sentence);
    }

    @Override
    public void windowOpens() {
        gate.opens();
        await().units().wake();
    }

    @Override
    public void leaveOut() {
        await().leaveOut();
    }

    @Override
    public boolean isOpen(Slots slots) {
        return gate.isOpen(slots.isCanaryNext(), slots.inWork() == 0);
    }

    @Override
    public void stop() {
        await().units().stop();
    }

    @Override
    public void goBack() {
        await().goBack();
    }

    @Override
    public void approve(Command command) {
        commands().approve(command);
    }

    @Override
    public void validateApprove(Command command) {
        commands().validateApprove(command);
    }

    @Override
    public void retry(Command.OnInstance command) {
        attempts.merge(command.instance(), 2, (attempt, two) -> attempt + 1);
        commands().retry(command);
    }

    @Override
    public void validateRetry(Command.OnInstance command) {
        commands().validateRetry(command);
    }

    @Override
    public void skip(Command.OnInstance command) {
        commands().skip(command);
    }

    @Override
    public void validateSkip(Command.OnInstance command) {
        commands().validateSkip(command);
    }

    @Override
    public void concurrency(Command.Concurrency command) {
        commands().concurrency(command);
    }

    @Override
    public void validateConcurrency(Command.Concurrency command) {
        commands().validateConcurrency(command);
    }

    private StageCommands commands() {
        checkState(work.isPresent(), "The stage %s is just beginning: ask again in a moment.", voice.title());
        return new StageCommands(
                order.upgrade(),
                voice,
                work.orElseThrow().slots(),
                work.orElseThrow().units());
    }

    private StageWork await() {
        Workflow.await(() -> work.isPresent());
        return work.orElseThrow();
    }
}
