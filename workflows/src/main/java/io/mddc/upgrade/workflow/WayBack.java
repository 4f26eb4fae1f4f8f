package io.mddc.upgrade.workflow;

import io.mddc.upgrade.cluster.Hook;
import io.mddc.upgrade.cluster.PackageFile;
import io.mddc.upgrade.contract.Baseline;
import io.mddc.upgrade.contract.InstallOutcome;
import io.mddc.upgrade.contract.Uploaded;
import io.mddc.upgrade.plan.UnitPlan;
import io.mddc.upgrade.plan.WayBackRule;
import io.mddc.upgrade.run.Step;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The former package back on its instance. One that takes work waits until the minimum lets it go, is isolated and drained
 * again, and its files are waited for as long as it takes, unless the policy or a person fails them. The former version gives
 * the known answers before it takes work.
 */
final class WayBack {
    private final UnitOrder order;
    private final UnitProgress progress;
    private final FiveSteps steps;
    private final Turn turn;
    private final Draining draining;
    private Optional<Baseline> before = Optional.empty();
    private Optional<Uploaded> uploaded = Optional.empty();
    private boolean isLet;

    WayBack(UnitOrder order, UnitProgress progress, FiveSteps steps, Turn turn) {
        this.order = order;
        this.progress = progress;
        this.steps = steps;
        this.turn = turn;
        var rules = order.policy().drain();
        var whenPassed = rules.whenNobodyIsAsked();
        this.draining = new Draining(plan().instance(), rules, whenPassed, progress, steps::drainFor);
    }

    /** The former package is on the host, or not, and the host would put it back, or not. */
    void preparedBy(Uploaded upload) {
        uploaded = Optional.of(upload);
    }

    /** What the instance was before it was touched. */
    void remember(Baseline baseline) {
        before = Optional.of(baseline);
    }

    boolean isPossible() {
        return obstacle().isEmpty();
    }

    /** Why it cannot be taken; empty when it can. */
    Optional<String> obstacle() {
        var never = new UnitWords(plan()).noWayBack();
        if (never.isPresent()) {
            return never;
        }
        var refused = uploaded.flatMap(Uploaded::noWayBack);
        if (refused.isPresent()) {
            return Optional.of(plan().host() + " puts nothing back: " + refused.get() + ".");
        }
        if (plan().former().isEmpty() || !uploaded.map(Uploaded::formerKept).orElse(true)) {
            return Optional.of("The former package is not on " + plan().host() + ".");
        }
        return mayHaveChanged() && !canRestore()
                ? Optional.of("%s may have started and changed its data: restore that, or bring the new version up."
                        .formatted(plan().to()))
                : Optional.empty();
    }

    /** The new version may have been started, and what it keeps may be of a form the former does not know. */
    private boolean mayHaveChanged() {
        return order.policy().wayBackOf(plan().component()) == WayBackRule.UNTIL_STARTED && !steps.leftAsItWas();
    }

    /** Only in the unit that made the backup: what came in since its end would be lost. */
    private boolean canRestore() {
        return plan().hooks().contains(Hook.RESTORE) && before.isPresent();
    }

    /** Its stage has let it already. */
    void letInAdvance() {
        isLet = true;
    }

    /** What people may say of its files. */
    Draining draining() {
        return draining;
    }

    /** One drain, one installer and one start, as the policy limits them. */
    Duration limit() {
        var limits = order.policy().limits();
        return order.policy()
                .drain()
                .limit()
                .plus(limits.install())
                .plus(limits.ready())
                .plus(limits.eligible());
    }

    /**
     * Throws {@link StepFailed} when the former version cannot be brought back to work.
     *
     * @param takesWork it may have rejoined on the new version
     */
    void take(boolean takesWork) {
        var former = plan().former().orElseThrow(() -> new StepFailed("The former package is not known."));
        if (takesWork) {
            if (!isLet) {
                turn.awaitWayBack();
            }
            takeOut();
        }
        var installed = steps.wentBack().orElseGet(() -> install(former));
        progress.say(steps.starting(), order.policy().limits().ready());
        var isolated = steps.isolate(
                Step.WAY_BACK, Recorder.now().plus(order.policy().limits().ready()));
        steps.verify(former.version(), installed, before.orElse(isolated.baseline()));
        steps.takeWorkAgain(Instant.MAX);
    }

    private InstallOutcome.Installed install(PackageFile former) {
        if (mayHaveChanged()) {
            progress.say(
                    plan().instance() + " is stopped and its data put back as they were.",
                    order.policy().limits().install());
            steps.stop(Step.WAY_BACK);
            steps.runHook(Hook.RESTORE, Step.WAY_BACK);
        }
        progress.say(
                "The installer of " + former.version() + " runs on " + plan().host() + ".",
                order.policy().limits().install());
        return steps.install(Step.WAY_BACK, former);
    }

    private void takeOut() {
        var limit = order.policy().drain().limit();
        var deadline = Recorder.now().plus(limit);
        var isolated = steps.isolate(Step.WAY_BACK, deadline);
        before = before.or(() -> Optional.of(isolated.baseline()));
        progress.say(plan().instance() + " drains: " + isolated.work().sentence() + ".", limit);
        draining.await(deadline);
    }

    private UnitPlan plan() {
        return order.plan();
    }
}
