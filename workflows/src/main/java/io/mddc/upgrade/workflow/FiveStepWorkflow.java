package io.mddc.upgrade.workflow;

import io.mddc.upgrade.cluster.Hook;
import io.mddc.upgrade.contract.Baseline;
import io.mddc.upgrade.contract.InstallOutcome;
import io.mddc.upgrade.contract.Isolated;
import io.mddc.upgrade.contract.Uploaded;
import io.mddc.upgrade.run.Step;
import io.mddc.upgrade.run.UnitEvent;
import io.mddc.upgrade.run.UnitReport;
import io.mddc.upgrade.run.UnitState;
import io.mddc.upgrade.run.WaitReason;
import io.temporal.failure.CanceledFailure;
import io.temporal.workflow.CancellationScope;
import io.temporal.workflow.CompletablePromise;
import io.temporal.workflow.Workflow;
import java.time.Duration;
import java.time.Instant;

/**
 * Upload, wait for the turn, drain, install, verify, monitor; who installs is the method's.
 *
 * <p>From the begin of INSTALL to the end of VERIFY, and on the way back, the unit runs detached from cancellation: a cancel is
 * noted and honoured at the next safe state. A step that fails, and a cancel, leave by {@link SafeExit}.
 */
abstract class FiveStepWorkflow implements UnitUpgrade {
    private final UnitOrder order;
    private final UnitProgress progress;
    private final CancellationScope whole;
    private final FiveSteps steps;
    private final Turn turn;
    private final Draining draining;
    private final Reboot reboot;
    private final WayBack wayBack;
    private final SafeExit exit;
    private final UnitCommands commands;
    private final EmergencyBrake brake = new EmergencyBrake();
    private UnitEvent stopEvent = UnitEvent.CANCEL;
    private String stopSentence;
    private boolean hasReturned;

    FiveStepWorkflow(UnitOrder order) {
        this.order = order;
        var stage = new UnitLink(order.plan().instance());
        this.progress = new UnitProgress(order, UnitState.PENDING, stage);
        this.whole = Workflow.newCancellationScope(this::takeSteps);
        this.steps = new FiveSteps(order, progress, whole);
        this.turn = new Turn(stage);
        var rules = order.policy().drain();
        this.draining = new Draining(order.plan().instance(), rules, rules.whenPassed(), progress, steps::drainFor);
        this.reboot = new Reboot(order, progress, steps, new HostReboot(order, progress, steps, turn));
        this.wayBack = new WayBack(order, progress, steps, turn);
        this.exit = new SafeExit(order, progress, steps, wayBack);
        this.commands = new UnitCommands(order, progress, draining, wayBack.draining());
        this.stopSentence = name() + " stops here: the upgrade is aborted.";
    }

    @Override
    public void go(Duration soak) {
        turn.give(soak);
    }

    @Override
    public void alone() {
        turn.giveAlone();
    }

    @Override
    public void stop() {
        whole.cancel(stopSentence);
    }

    @Override
    public void end(String sentence) {
        stopSentence = sentence;
        whole.cancel(sentence);
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
    public void emergency(String sentence) {
        brake.set(sentence);
    }

    /** Runs the installer, or has it run; returns when the host shows the target. */
    abstract InstallOutcome.Installed install(FiveSteps steps);

    /** What is said when that begins. */
    abstract WaitReason installing(FiveSteps steps, Uploaded uploaded);

    /** Somebody wants it to come to a safe end. */
    boolean isStopped() {
        return whole.isCancelRequested();
    }

    UnitReport takeAll() {
        try {
            whole.run();
        } catch (StepFailed failed) {
            boolean isStopped = failed.event() == UnitEvent.NOT_BEGUN;
            exit.leave(
                    failing(failed.event()),
                    failed.sentence(),
                    isStopped ? UnitEvent.RETURNED_BY_CANCEL : UnitEvent.RETURNED);
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
        boolean isBad = event == UnitEvent.STEP_FAILED && progress.state().allows(UnitEvent.NO_WAY_BACK);
        return isBad && !wayBack.isPossible() ? UnitEvent.NO_WAY_BACK : event;
    }

    private void takeSteps() {
        var uploaded = upload();
        var before = drainInTurn(uploaded);
        wayBack.remember(before);
        var now = installAndVerify(before);
        monitor(now);
    }

    private Uploaded upload() {
        progress.on(
                UnitEvent.BEGUN,
                order.plan().target().fileName() + " goes to " + order.plan().host() + ".",
                order.policy().limits().upload());
        var uploaded = steps.upload();
        wayBack.preparedBy(uploaded);
        progress.on(UnitEvent.UPLOADED, name() + " has the package and waits for its turn.", wayBack.limit());
        return uploaded;
    }

    /** Returns when the installer may begin; an instance that returned to work comes again once. */
    private Baseline drainInTurn(Uploaded uploaded) {
        while (true) {
            awaitTurn();
            var limit = order.policy().drain().limit();
            progress.on(UnitEvent.GO, name() + " is taken out of new work.", limit);
            var deadline = progress.entered().plus(limit);
            var out = brake.unlessSet(() -> takeOut(deadline));
            if (whole.isCancelRequested()) {
                throw new CanceledFailure(stopSentence);
            }
            boolean goesOn = out.filter(it -> it.end() != Draining.End.RETURN).isPresent();
            if (goesOn) {
                steps.runHook(Hook.BEFORE_INSTALL, Step.DRAIN);
            }
            if (out.isEmpty() || brake.isSet()) {
                returnToQueue(brake.sentence());
            } else if (goesOn) {
                beginInstall(out.get().end(), uploaded);
                return out.get().before();
            } else {
                returnForWork();
            }
        }
    }

    /** It is out of new work, and how its files went on. */
    private record Out(Baseline before, Draining.End end) {}

    private Out takeOut(Instant deadline) {
        var isolated = steps.isolate(Step.DRAIN, deadline);
        sayLeft(isolated, deadline);
        return new Out(isolated.baseline(), draining.await(deadline));
    }

    /** A turn given just before an emergency stop is none. */
    private void awaitTurn() {
        do {
            turn.await();
        } while (brake.isSet());
    }

    private void beginInstall(Draining.End end, Uploaded uploaded) {
        var waits = installing(steps, uploaded);
        boolean isDrained = end == Draining.End.DRAINED;
        progress.on(
                isDrained ? UnitEvent.DRAINED : UnitEvent.FAIL_FILES,
                isDrained ? waits.sentence() : waits.sentence() + " These files fail: " + draining.left() + ".",
                waits);
    }

    private void returnForWork() {
        var why = name() + " did not run out of work: " + draining.left() + ".";
        if (hasReturned) {
            throw new StepFailed(UnitEvent.RETURN, why);
        }
        hasReturned = true;
        returnToQueue(why);
    }

    private void returnToQueue(String why) {
        progress.on(
                UnitEvent.RETURN,
                why + " It returns to work.",
                order.policy().limits().silentHost());
        steps.takeWorkAgain(Recorder.now().plus(order.policy().limits().silentHost()));
        progress.on(UnitEvent.RETURNED_TO_QUEUE, why + " It comes again at the end of the queue.", wayBack.limit());
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
        var installed = install(steps);
        reboot.await(installed, this::isStopped);
        progress.on(UnitEvent.INSTALLED, steps.starting(), limits.ready());
        if (before.equals(Baseline.OF_NO_PROCESS)) {
            // A process that was not there could not be isolated.
            steps.isolate(Step.VERIFY, Recorder.now().plus(limits.ready()));
        }
        var now = steps.verify(order.plan().to(), installed, before);
        steps.takeWorkAgain(Instant.MAX);
        return now;
    }

    private void monitor(Baseline now) {
        progress.on(UnitEvent.VERIFIED, name() + " takes work again and is watched.", turn.soak());
        steps.monitor(now, turn.soak());
        progress.on(UnitEvent.SOAKED, name() + " runs " + order.plan().to() + ".", WaitReason.NOTHING);
    }

    @Override
    public void extendDrain(Command.ExtendDrain command) {
        commands.extendDrain(command);
    }

    @Override
    public void validateExtendDrain(Command.ExtendDrain command) {
        commands.validateExtendDrain(command);
    }

    @Override
    public void returnToService(Command command) {
        commands.returnToService(command);
    }

    @Override
    public void validateReturnToService(Command command) {
        commands.validateReturnToService(command);
    }

    @Override
    public void answer(Command.Answer command) {
        commands.answer(command);
    }

    @Override
    public void validateAnswer(Command.Answer command) {
        commands.validateAnswer(command);
    }

    UnitOrder order() {
        return order;
    }

    UnitProgress progress() {
        return progress;
    }

    private String name() {
        return order.plan().instance().value();
    }
}
