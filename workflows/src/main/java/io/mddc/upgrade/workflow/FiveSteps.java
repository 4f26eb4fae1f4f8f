package io.mddc.upgrade.workflow;

import io.mddc.upgrade.cluster.Component;
import io.mddc.upgrade.cluster.Hook;
import io.mddc.upgrade.cluster.InstanceId;
import io.mddc.upgrade.cluster.OperationId;
import io.mddc.upgrade.cluster.PackageFile;
import io.mddc.upgrade.cluster.Version;
import io.mddc.upgrade.contract.Baseline;
import io.mddc.upgrade.contract.DrainOutcome;
import io.mddc.upgrade.contract.HostOrders;
import io.mddc.upgrade.contract.HostOrders.Otherwise;
import io.mddc.upgrade.contract.InstallOutcome;
import io.mddc.upgrade.contract.Isolated;
import io.mddc.upgrade.contract.MaintenanceOrders;
import io.mddc.upgrade.contract.Observed;
import io.mddc.upgrade.contract.Rejoined;
import io.mddc.upgrade.contract.Uploaded;
import io.mddc.upgrade.contract.Verification;
import io.mddc.upgrade.plan.UnitPlan;
import io.mddc.upgrade.run.Step;
import io.mddc.upgrade.run.WaitReason;
import io.mddc.upgrade.workflow.OnHost.Call;
import io.temporal.workflow.CancellationScope;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The five steps as every upgrade method does them on a host. Each returns when its step is over, or throws
 * {@link StepFailed} with the reason.
 */
final class FiveSteps {
    /** Added to the host's own limit before the engine ends an attempt. */
    private static final Duration MARGIN = Duration.ofMinutes(1);

    /** Installs that were interrupted (power cut, killed installer) are begun again so often. */
    private static final int INSTALL_ATTEMPTS = 3;

    /** A unit that is begun anew counts on from the next hundred, so that no operation id is used twice. */
    private static final int OPERATIONS_PER_ATTEMPT = 100;

    private final UnitOrder order;
    private final UnitProgress progress;
    private final OnHost host;
    private final HostSteps onHost;
    private int operations;
    private Optional<InstallOutcome.Installed> wentBack = Optional.empty();
    private Optional<Version> left = Optional.empty();

    FiveSteps(UnitOrder order, UnitProgress progress, CancellationScope whole) {
        this.order = order;
        this.progress = progress;
        this.host = OnHost.of(plan(), order.policy().limits(), whole, this::announceSilence);
        this.onHost = new HostSteps(order, host, this::nextOperation);
    }

    Uploaded upload() {
        var limit = order.policy().limits().upload();
        var wanted = new HostOrders.Upload(instance(), plan().target(), plan().former());
        return host.bring(new Call<>(
                "bring " + plan().target().fileName(), limit, progress.entered().plus(limit), on -> on.upload(wanted)));
    }

    /** The same for whatever is on its host, under operations of its own count. */
    HostSteps onHost() {
        return onHost;
    }

    /** Looks once. */
    Observed observe() {
        return onHost.observe(instance());
    }

    /** Takes the instance out of new work; the same owner may do it again. */
    Isolated isolate(Step step, Instant giveUp) {
        var reason = "upgrade to " + plan().to();
        var wanted = new HostOrders.Isolate(nextOperation(), step, reason, giveUp);
        return host.change(
                new Call<>("isolate " + instance(), Duration.ofMinutes(5), giveUp, on -> on.isolate(wanted)));
    }

    /** A slice of waiting for nothing in progress. */
    DrainOutcome drainFor(Duration slice, Instant deadline) {
        return onHost.drainFor(instance(), slice, deadline);
    }

    /** Begins and awaits the detached installer; an interrupted one is begun again under a new operation id. */
    InstallOutcome.Installed install(Step step, PackageFile file) {
        for (int attempt = 1; ; attempt++) {
            var outcome = installOnce(step, file);
            if (outcome instanceof InstallOutcome.Installed installed) {
                return installed;
            }
            var why = outcome.fold(
                    done -> "", InstallOutcome.NotInstalled::sentence, InstallOutcome.Interrupted::sentence);
            if (outcome instanceof InstallOutcome.NotInstalled not) {
                wentBack = not.wentBack();
                left = not.installed();
            }
            if (outcome instanceof InstallOutcome.NotInstalled || attempt == INSTALL_ATTEMPTS) {
                throw new StepFailed(why);
            }
            progress.say("The installer was interrupted and begins again: " + why, installerRuns(file));
        }
    }

    private InstallOutcome installOnce(Step step, PackageFile file) {
        var limit = order.policy().limits().install();
        var wanted = new HostOrders.BeginInstall(nextOperation(), step, file, limit, otherwise(step));
        host.change(Call.doing(
                "begin the installer of " + file.version(), limit, Instant.MAX, on -> on.beginInstall(wanted)));
        return host.change(new Call<>(
                "await the installer of " + file.version(),
                limit.multipliedBy(2).plus(order.policy().limits().ready()).plus(MARGIN.multipliedBy(10)),
                Instant.MAX,
                on -> on.awaitInstall(wanted)));
    }

    private Optional<Otherwise> otherwise(Step step) {
        return plan().former()
                .filter(former -> step == Step.INSTALL)
                .map(former -> new Otherwise(former, order.policy().limits().ready()));
    }

    /** Runs what the host has for it, if it has anything. */
    void runHook(Hook hook, Step step) {
        if (plan().hooks().contains(hook)) {
            var limit = order.policy().limits().install();
            HookCall.run(host, () -> new MaintenanceOrders.RunHook(nextOperation(), hook, step), limit);
        }
    }

    /** Its service has no process afterwards. */
    void stop(Step step) {
        var limit = order.policy().limits().ready();
        var wanted = new MaintenanceOrders.Service(nextOperation(), step, limit);
        host.change(Call.doing("stop " + instance(), limit.plus(MARGIN), Instant.MAX, on -> on.stopInstance(wanted)));
    }

    /** The installer failed before it touched the version that was there: nothing new was started. */
    boolean leftAsItWas() {
        return left.filter(plan().from()::equals).isPresent();
    }

    /** The former package, put back by the host itself after an install that failed. */
    Optional<InstallOutcome.Installed> wentBack() {
        return wentBack;
    }

    WaitReason installerRuns(PackageFile file) {
        return UnitProgress.until(
                "The installer of " + file.version() + " runs on " + plan().host() + ".",
                order.policy().limits().install());
    }

    /** What an instance does between its installer and its work. */
    String starting() {
        return plan().component() == Component.CORE
                ? instance() + " starts, then answers known files while isolated."
                : instance() + " starts and must be ready.";
    }

    /** A new, ready process of the version that gave the known answers, still isolated. */
    Baseline verify(Version version, InstallOutcome.Installed installed, Baseline before) {
        var ready = order.policy().limits().ready();
        var wanted =
                new HostOrders.Verify(instance(), version, installed.began(), before, ready, installed.beganByUptime());
        var verification =
                host.ask(new Call<>("verify " + instance(), ready.plus(MARGIN), Instant.MAX, on -> on.verify(wanted)));
        if (verification instanceof Verification.Fit fit) {
            if (plan().asked().isPresent()) {
                ControlCenter.stated().note(order.upgrade(), instance(), version);
            }
            return fit.now();
        }
        throw new StepFailed(((Verification.Unfit) verification).sentence());
    }

    /** Throws when it is not seen as taking work again. */
    void takeWorkAgain(Instant giveUp) {
        var rejoined = rejoin(giveUp);
        if (!rejoined.eligible()) {
            throw new StepFailed(rejoined.sentence());
        }
    }

    Rejoined rejoin(Instant giveUp) {
        return onHost.rejoin(instance(), giveUp);
    }

    /** Watches for the soak, in workflow time; ends with one look, so that a silent host is not taken for a healthy one. */
    void monitor(Baseline before, Duration soak) {
        new Soak(host, instance(), soak).watch(before, order.policy().soak().poll());
    }

    private void announceSilence(Instant since) {
        var host = new UnitWords(plan()).witness();
        var sentence = host + " does not answer since " + since + ": its worker must run.";
        progress.say(sentence, new WaitReason.ForPerson(sentence, since, "the administrator of " + host));
    }

    private OperationId nextOperation() {
        operations++;
        int n = (order.attempt() - 1) * OPERATIONS_PER_ATTEMPT + operations;
        return new OperationId(order.upgrade(), instance(), n);
    }

    private InstanceId instance() {
        return plan().instance();
    }

    private UnitPlan plan() {
        return order.plan();
    }
}
