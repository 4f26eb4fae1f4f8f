package io.mddc.upgrade.workflow;

import io.mddc.upgrade.contract.Baseline;
import io.mddc.upgrade.contract.InstallOutcome;
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
    private final UnitWords words;
    private final CancellationScope whole;
    private final FiveSteps steps;
    private final Turn turn;
    private final UnitStop stop;
    private final DrainInTurn drain;
    private final Reboot reboot;
    private final WayBack wayBack;
    private final SafeExit exit;
    private final UnitCommands commands;

    FiveStepWorkflow(UnitOrder order) {
        this.order = order;
        var stage = new UnitLink(order.plan().instance());
        this.progress = new UnitProgress(order, UnitState.PENDING, stage);
        this.words = new UnitWords(order.plan());
        this.whole = Workflow.newCancellationScope(this::takeSteps);
        this.stop = new UnitStop(progress, whole, name() + " stops here: the upgrade is aborted.");
        this.steps = new FiveSteps(order, progress, whole);
        this.turn = new Turn(stage);
        this.drain = new DrainInTurn(order, progress, steps, turn, stop);
        this.reboot = new Reboot(order, progress, steps, new HostReboot(order, progress, steps, turn));
        this.wayBack = new WayBack(order, progress, steps, turn);
        this.exit = new SafeExit(order, progress, steps, wayBack);
        this.commands = new UnitCommands(order, progress, drain.draining(), wayBack.draining());
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
        stop.ask();
    }

    @Override
    public void end(String sentence) {
        stop.ask(sentence);
    }

    @Override
    public void goBack(String sentence) {
        stop.ask(UnitEvent.GO_BACK, sentence);
    }

    @Override
    public void skip(String sentence) {
        if (progress.state().allows(UnitEvent.SKIP)) {
            stop.ask(UnitEvent.SKIP, sentence);
        }
    }

    @Override
    public void emergency(String sentence) {
        drain.emergency(sentence);
    }

    /** Runs the installer, or has it run; returns when the host shows the target. */
    abstract InstallOutcome.Installed install(FiveSteps steps);

    /** What is said when that begins. */
    abstract WaitReason installing(FiveSteps steps, Uploaded uploaded);

    /** Somebody wants it to come to a safe end. */
    boolean isStopped() {
        return stop.isAsked();
    }

    UnitReport takeAll() {
        try {
            whole.run();
        } catch (StepFailed failed) {
            exit.leave(failed);
        } catch (CanceledFailure cancelled) {
            exit.leave(stop);
        }
        Workflow.newDetachedCancellationScope(() -> Workflow.await(Workflow::isEveryHandlerFinished))
                .run();
        return progress.report();
    }

    private void takeSteps() {
        var uploaded = upload();
        var drained = drain.await();
        beginInstall(drained.end(), uploaded);
        wayBack.remember(drained.before());
        var now = installAndVerify(drained.before());
        monitor(now);
    }

    private Uploaded upload() {
        progress.on(UnitEvent.BEGUN, words.bringing(), order.policy().limits().upload());
        var uploaded = steps.upload();
        wayBack.preparedBy(uploaded);
        progress.queue(UnitEvent.UPLOADED, words.brought());
        return uploaded;
    }

    private void beginInstall(Draining.End end, Uploaded uploaded) {
        var waits = installing(steps, uploaded);
        boolean isDrained = end == Draining.End.DRAINED;
        progress.on(
                isDrained ? UnitEvent.DRAINED : UnitEvent.FAIL_FILES,
                isDrained
                        ? waits.sentence()
                        : waits.sentence() + " These files fail: "
                                + drain.draining().left() + ".",
                waits);
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
        progress.on(UnitEvent.VERIFIED, words.watched(), turn.soak());
        steps.monitor(now, turn.soak());
        progress.on(UnitEvent.SOAKED, words.done(), WaitReason.NOTHING);
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
