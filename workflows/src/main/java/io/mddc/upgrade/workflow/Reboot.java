package io.mddc.upgrade.workflow;

import io.mddc.upgrade.contract.HostMoment;
import io.mddc.upgrade.contract.InstallOutcome;
import io.mddc.upgrade.contract.Observed;
import io.mddc.upgrade.plan.UnitPlan;
import io.mddc.upgrade.run.WaitReason;
import io.temporal.workflow.Functions;
import io.temporal.workflow.Workflow;
import java.time.Duration;
import java.util.Optional;

/**
 * A reboot that an installer asks for is ours only where the policy says so, and then by {@link HostReboot}. Otherwise, and when
 * that cannot be, the unit waits, isolated, until its host was started again, which shows by the kernel's id of that start.
 * Looks grow apart, so that a wait of days leaves a short history.
 */
final class Reboot {
    private static final Duration SHORTEST = Duration.ofSeconds(5);
    private static final Duration LONGEST = Duration.ofMinutes(5);

    private final UnitOrder order;
    private final UnitProgress progress;
    private final FiveSteps steps;
    private final HostReboot ours;

    Reboot(UnitOrder order, UnitProgress progress, FiveSteps steps, HostReboot ours) {
        this.order = order;
        this.progress = progress;
        this.steps = steps;
        this.ours = ours;
    }

    /**
     * Returns at once when none is needed. Throws {@link StepFailed} when the unit is stopped meanwhile: what is installed cannot
     * be verified before the reboot.
     */
    void await(InstallOutcome.Installed installed, Functions.Func<Boolean> isStopped) {
        var why = installed.needsReboot();
        if (why.isEmpty()) {
            return;
        }
        var told = installed.beganByUptime().map(HostMoment::boot);
        var obstacle = order.policy().reboots().allowed() ? obstacle(told, why.get(), isStopped) : Optional.of("");
        if (obstacle.isPresent()) {
            awaitPerson((why.get() + ". " + obstacle.get()).strip(), told, isStopped);
        }
    }

    /** Why we could not start it again; empty when it was started. */
    private Optional<String> obstacle(Optional<String> told, String why, Functions.Func<Boolean> isStopped) {
        var now = boot(steps.observe());
        if (now.isEmpty()) {
            return Optional.of(plan().host() + " does not tell whether it was started again.");
        }
        return isAnother(told.or(() -> now), now) ? Optional.empty() : ours.take(now.get(), why, isStopped);
    }

    private void awaitPerson(String why, Optional<String> told, Functions.Func<Boolean> isStopped) {
        var sentence = "%s needs reboot of %s: %s".formatted(plan().instance(), plan().host(), why);
        progress.say(
                sentence, new WaitReason.ForPerson(sentence, Recorder.now(), "the administrator of " + plan().host()));
        var before = told.or(() -> boot(steps.observe()));
        var pause = SHORTEST;
        while (!isStopped.apply() && !isAnother(before, boot(steps.observe()))) {
            Workflow.await(pause, isStopped::apply);
            pause = pause.multipliedBy(2).compareTo(LONGEST) < 0 ? pause.multipliedBy(2) : LONGEST;
        }
        if (isStopped.apply()) {
            throw new StepFailed(
                    "%s waits for the reboot of %s no longer.".formatted(plan().instance(), plan().host()));
        }
    }

    private static Optional<String> boot(Observed seen) {
        return seen.moment().map(HostMoment::boot);
    }

    private static boolean isAnother(Optional<String> before, Optional<String> now) {
        return now.isPresent() && !now.equals(before);
    }

    private UnitPlan plan() {
        return order.plan();
    }
}
