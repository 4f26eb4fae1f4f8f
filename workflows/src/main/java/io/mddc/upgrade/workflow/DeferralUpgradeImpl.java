package io.mddc.upgrade.workflow;

import io.mddc.upgrade.contract.Baseline;
import io.mddc.upgrade.contract.Isolated;
import io.mddc.upgrade.run.Step;
import io.mddc.upgrade.run.UnitEvent;
import io.mddc.upgrade.run.UnitReport;
import io.mddc.upgrade.run.WaitReason;
import io.temporal.failure.CanceledFailure;
import io.temporal.workflow.CancellationScope;
import io.temporal.workflow.CompletablePromise;
import io.temporal.workflow.SignalExternalWorkflowException;
import io.temporal.workflow.Workflow;
import io.temporal.workflow.WorkflowInit;
import java.time.Duration;
import java.time.Instant;

/**
 * Upload, wait for the turn, drain, install, verify, monitor.
 *
 * <p>From the begin of INSTALL to the end of VERIFY the unit runs detached from cancellation: a cancel is noted and honoured
 * at the next safe state. A step that fails, and a cancel, leave by {@link SafeExit}.
 */
public final class DeferralUpgradeImpl implements DeferralUpgrade {
    private final UnitOrder order;
    private final UnitProgress progress;
    private final CancellationScope whole;
    private final FiveSteps steps;
    private final SafeExit exit;
    private boolean go;

    @WorkflowInit
    public DeferralUpgradeImpl(UnitOrder order) {
        this.order = order;
        this.progress = new UnitProgress(order.plan().instance(), new Recorder(order.upgrade()));
        this.whole = Workflow.newCancellationScope(this::takeSteps);
        this.steps = new FiveSteps(order, progress, whole);
        this.exit = new SafeExit(order, progress, steps);
    }

    @Override
    public void go() {
        go = true;
    }

    @Override
    public void stop() {
        whole.cancel("the upgrade is aborted");
    }

    @Override
    public UnitReport run(UnitOrder same) {
        try {
            whole.run();
        } catch (StepFailed failed) {
            exit.leave(failed.event(), failed.sentence(), UnitEvent.RETURNED);
        } catch (CanceledFailure cancelled) {
            exit.leave(UnitEvent.CANCEL, stopped(), UnitEvent.RETURNED_BY_CANCEL);
        }
        return progress.report();
    }

    private void takeSteps() {
        upload();
        waitForTurn();
        var before = drain();
        var now = installAndVerify(before);
        monitor(now);
    }

    private void upload() {
        move(
                UnitEvent.BEGUN,
                order.plan().target().fileName() + " goes to " + order.plan().host() + ".",
                order.policy().limits().upload());
        steps.upload();
    }

    private void waitForTurn() {
        move(UnitEvent.UPLOADED, name() + " has the package and waits for its turn.", longestUnit());
        tellStage();
        Workflow.await(() -> go);
    }

    /** A stage that is gone needs no word; its end cancels this unit. */
    private void tellStage() {
        var stage = Workflow.getInfo().getParentWorkflowId().orElseThrow();
        try {
            Workflow.newExternalWorkflowStub(StageUpgrade.class, stage)
                    .uploaded(order.plan().instance());
        } catch (SignalExternalWorkflowException gone) {
            Workflow.await(() -> go);
        }
    }

    private Baseline drain() {
        var limit = order.policy().drain().limit();
        move(UnitEvent.GO, name() + " is taken out of new work.", limit);
        var deadline = progress.entered().plus(limit);
        var isolated = steps.isolate(Step.DRAIN, deadline);
        sayLeft(isolated, deadline);
        if (!steps.drain(deadline)) {
            throw new StepFailed(
                    UnitEvent.DRAIN_LIMIT_PASSED, name() + " still had files after " + limit + " of draining.");
        }
        if (whole.isCancelRequested()) {
            throw new CanceledFailure(stopped());
        }
        return isolated.baseline();
    }

    private void sayLeft(Isolated isolated, Instant deadline) {
        var sentence = name() + " drains: " + isolated.work().sentence() + ".";
        progress.say(sentence, new WaitReason.Until(sentence, progress.entered(), deadline));
    }

    private Baseline installAndVerify(Baseline before) {
        CompletablePromise<Baseline> verified = Workflow.newPromise();
        Workflow.newDetachedCancellationScope(() -> verified.complete(installThenVerify(before)))
                .run();
        return verified.get();
    }

    private Baseline installThenVerify(Baseline before) {
        var limits = order.policy().limits();
        move(
                UnitEvent.DRAINED,
                "The installer of " + order.plan().to() + " runs on "
                        + order.plan().host() + ".",
                limits.install());
        var installed = steps.install();
        move(UnitEvent.INSTALLED, name() + " starts, then answers known files while isolated.", limits.ready());
        var now = steps.verify(installed.began(), before);
        var rejoined = steps.rejoin(Instant.MAX);
        if (!rejoined.eligible()) {
            throw new StepFailed(rejoined.sentence());
        }
        return now;
    }

    private void monitor(Baseline now) {
        move(UnitEvent.VERIFIED, name() + " takes work again and is watched.", order.soak());
        steps.monitor(now);
        progress.on(UnitEvent.SOAKED, name() + " runs " + order.plan().to() + ".", WaitReason.NOTHING);
    }

    private void move(UnitEvent event, String sentence, Duration limit) {
        var now = Recorder.now();
        progress.on(event, sentence, new WaitReason.Until(sentence, now, now.plus(limit)));
    }

    /** The unit ahead ends by its own limits within this time. */
    private Duration longestUnit() {
        var limits = order.policy().limits();
        return order.policy()
                .drain()
                .limit()
                .plus(limits.install())
                .plus(limits.ready())
                .plus(limits.eligible())
                .plus(order.policy().soak().canary());
    }

    private String stopped() {
        return name() + " stops here: the upgrade is aborted.";
    }

    private String name() {
        return order.plan().instance().value();
    }
}
