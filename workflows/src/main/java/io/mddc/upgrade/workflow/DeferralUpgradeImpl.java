package io.mddc.upgrade.workflow;

import static com.google.common.base.Preconditions.checkState;

import io.mddc.upgrade.contract.Baseline;
import io.mddc.upgrade.contract.Isolated;
import io.mddc.upgrade.plan.Policy.PastLimit;
import io.mddc.upgrade.run.Step;
import io.mddc.upgrade.run.UnitEvent;
import io.mddc.upgrade.run.UnitReport;
import io.mddc.upgrade.run.UnitState;
import io.mddc.upgrade.run.WaitReason;
import io.temporal.failure.CanceledFailure;
import io.temporal.workflow.CancellationScope;
import io.temporal.workflow.CompletablePromise;
import io.temporal.workflow.Workflow;
import io.temporal.workflow.WorkflowInit;
import java.time.Duration;
import java.time.Instant;

/**
 * Upload, wait for the turn, drain, install, verify, monitor.
 *
 * <p>From the begin of INSTALL to the end of VERIFY, and on the way back, the unit runs detached from cancellation: a cancel is
 * noted and honoured at the next safe state. A step that fails, and a cancel, leave by {@link SafeExit}.
 */
public final class DeferralUpgradeImpl implements DeferralUpgrade {
    private final UnitOrder order;
    private final UnitProgress progress;
    private final CancellationScope whole;
    private final FiveSteps steps;
    private final Turn turn;
    private final Draining draining;
    private final WayBack wayBack;
    private final SafeExit exit;
    private UnitEvent stopEvent = UnitEvent.CANCEL;
    private String stopSentence;
    private boolean hasReturned;

    @WorkflowInit
    public DeferralUpgradeImpl(UnitOrder order) {
        this.order = order;
        var stage = new UnitLink(order.plan().instance());
        this.progress = new UnitProgress(order, UnitState.PENDING, stage);
        this.whole = Workflow.newCancellationScope(this::takeSteps);
        this.steps = new FiveSteps(order, progress, whole);
        this.turn = new Turn(stage);
        var rules = order.policy().drain();
        this.draining = new Draining(order.plan().instance(), rules, rules.whenPassed(), progress, steps);
        this.wayBack = new WayBack(order, progress, steps, turn);
        this.exit = new SafeExit(order, progress, steps, wayBack);
        this.stopSentence = name() + " stops here: the upgrade is aborted.";
    }

    @Override
    public void go(Duration soak) {
        turn.give(soak);
    }

    @Override
    public void stop() {
        whole.cancel(stopSentence);
    }

    @Override
    public void goBack(String sentence) {
        stopEvent = UnitEvent.GO_BACK;
        stopSentence = sentence;
        whole.cancel(sentence);
    }

    @Override
    public void skip(String sentence) {
        if (progress.state().allows(UnitEvent.SKIP)) {
            stopEvent = UnitEvent.SKIP;
            stopSentence = sentence;
            whole.cancel(sentence);
        }
    }

    @Override
    public UnitReport run(UnitOrder same) {
        try {
            whole.run();
        } catch (StepFailed failed) {
            exit.leave(failing(failed.event()), failed.sentence(), UnitEvent.RETURNED);
        } catch (CanceledFailure cancelled) {
            var event = stopping();
            exit.leave(
                    event, stopSentence, event == UnitEvent.SKIP ? UnitEvent.RETURNED : UnitEvent.RETURNED_BY_CANCEL);
        }
        Workflow.newDetachedCancellationScope(() -> Workflow.await(Workflow::isEveryHandlerFinished))
                .run();
        return progress.report();
    }

    /** Whatever was meant, the state decides what it comes to. */
    private UnitEvent stopping() {
        boolean isMeant = stopEvent != UnitEvent.GO_BACK || wayBack.isPossible();
        return isMeant && progress.state().allows(stopEvent) ? stopEvent : UnitEvent.CANCEL;
    }

    private UnitEvent failing(UnitEvent event) {
        boolean isBad = progress.state().allows(UnitEvent.NO_WAY_BACK);
        return isBad && !wayBack.isPossible() ? UnitEvent.NO_WAY_BACK : event;
    }

    private void takeSteps() {
        upload();
        var before = drainInTurn();
        wayBack.remember(before);
        var now = installAndVerify(before);
        monitor(now);
    }

    private void upload() {
        move(
                UnitEvent.BEGUN,
                order.plan().target().fileName() + " goes to " + order.plan().host() + ".",
                order.policy().limits().upload());
        wayBack.formerIsKept(steps.upload());
        move(UnitEvent.UPLOADED, name() + " has the package and waits for its turn.", wayBack.limit());
    }

    /** Returns when the installer may begin; an instance that returned to work comes again once. */
    private Baseline drainInTurn() {
        while (true) {
            turn.await();
            var limit = order.policy().drain().limit();
            move(UnitEvent.GO, name() + " is taken out of new work.", limit);
            var deadline = progress.entered().plus(limit);
            var isolated = steps.isolate(Step.DRAIN, deadline);
            sayLeft(isolated, deadline);
            var end = draining.await(deadline);
            if (whole.isCancelRequested()) {
                throw new CanceledFailure(stopSentence);
            }
            if (end != Draining.End.RETURN) {
                beginInstall(end);
                return isolated.baseline();
            }
            returnToQueue();
        }
    }

    private void beginInstall(Draining.End end) {
        var runs = "The installer of " + order.plan().to() + " runs on "
                + order.plan().host() + ".";
        boolean isDrained = end == Draining.End.DRAINED;
        move(
                isDrained ? UnitEvent.DRAINED : UnitEvent.FAIL_FILES,
                isDrained ? runs : runs + " These files fail: " + draining.left() + ".",
                order.policy().limits().install());
    }

    private void returnToQueue() {
        var why = name() + " did not run out of work: " + draining.left() + ".";
        if (hasReturned) {
            throw new StepFailed(UnitEvent.RETURN, why);
        }
        hasReturned = true;
        move(
                UnitEvent.RETURN,
                why + " It returns to work.",
                order.policy().limits().silentHost());
        var rejoined = steps.rejoin(Recorder.now().plus(order.policy().limits().silentHost()));
        if (!rejoined.eligible()) {
            throw new StepFailed(rejoined.sentence());
        }
        move(UnitEvent.RETURNED_TO_QUEUE, why + " It comes again at the end of the queue.", wayBack.limit());
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
        var installed = steps.install(Step.INSTALL, order.plan().target());
        move(UnitEvent.INSTALLED, name() + " starts, then answers known files while isolated.", limits.ready());
        if (before.equals(Baseline.OF_NO_PROCESS)) {
            // A process that was not there could not be isolated.
            steps.isolate(Step.VERIFY, Recorder.now().plus(limits.ready()));
        }
        var now = steps.verify(order.plan().to(), installed, before);
        var rejoined = steps.rejoin(Instant.MAX);
        if (!rejoined.eligible()) {
            throw new StepFailed(rejoined.sentence());
        }
        return now;
    }

    private void monitor(Baseline now) {
        move(UnitEvent.VERIFIED, name() + " takes work again and is watched.", turn.soak());
        steps.monitor(now, turn.soak());
        progress.on(UnitEvent.SOAKED, name() + " runs " + order.plan().to() + ".", WaitReason.NOTHING);
    }

    private void move(UnitEvent event, String sentence, Duration limit) {
        var now = Recorder.now();
        progress.on(event, sentence, new WaitReason.Until(sentence, now, now.plus(limit)));
    }

    @Override
    public void extendDrain(Command.ExtendDrain command) {
        progress.note(command.command().sentence(name() + " gets " + command.by() + " more to drain"));
        drainingNow().extend(command.by());
    }

    @Override
    public void validateExtendDrain(Command.ExtendDrain command) {
        checkMeant(command.command());
        checkDraining();
    }

    @Override
    public void returnToService(Command command) {
        progress.note(command.sentence(name() + " returns to work"));
        draining.say(PastLimit.RETURN);
    }

    @Override
    public void validateReturnToService(Command command) {
        checkMeant(command);
        checkState(
                progress.state().allows(UnitEvent.RETURN),
                "%s is %s: only an instance that drains can return to work.",
                name(),
                progress.state());
    }

    @Override
    public void answer(Command.Answer command) {
        progress.note(command.command().sentence(name() + ": " + command.answer() + " was answered"));
        drainingNow().say(command.answer());
    }

    @Override
    public void validateAnswer(Command.Answer command) {
        checkMeant(command.command());
        checkDraining();
        checkState(command.answer() != PastLimit.ASK, "ASK is no answer: allowed is EXTEND, RETURN or FAIL_FILES.");
        checkState(
                command.answer() != PastLimit.RETURN || progress.state() != UnitState.ROLLING_BACK,
                "%s goes back to its former version: it cannot return to work with this one.",
                name());
    }

    private Draining drainingNow() {
        return progress.state() == UnitState.ROLLING_BACK ? wayBack.draining() : draining;
    }

    private void checkDraining() {
        checkState(drainingNow().isUnderWay(), "%s is %s: it waits for no files now.", name(), progress.state());
    }

    private void checkMeant(Command command) {
        checkState(
                command.upgrade().equals(order.upgrade()),
                "This is a unit of upgrade %s, not %s.",
                order.upgrade(),
                command.upgrade());
    }

    private String name() {
        return order.plan().instance().value();
    }
}
