package io.mddc.upgrade.workflow;

import io.mddc.upgrade.cluster.Component;
import io.mddc.upgrade.cluster.Hook;
import io.mddc.upgrade.cluster.OperationId;
import io.mddc.upgrade.cluster.UpgradeId;
import io.mddc.upgrade.contract.MaintenanceOrders.OfStage;
import io.mddc.upgrade.contract.UpgradePlans.Outline;
import io.mddc.upgrade.plan.StageHook;
import io.mddc.upgrade.run.Outcome;
import io.mddc.upgrade.run.UnitState;
import io.temporal.workflow.CancellationScope;
import io.temporal.workflow.CompletablePromise;
import io.temporal.workflow.Workflow;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;

/**
 * Programs of administrators around the stages of an upgrade, on all hosts of a stage at once:
 *
 * <ol>
 *   <li>before the stage is begun: while one fails it is not begun, a person is asked, and it is run again; those that
 *       succeeded are not;
 *   <li>after the stage has ended, whatever it came to and whatever was cancelled: when one fails a person is asked before the
 *       next stage.
 * </ol>
 *
 * None begins during an emergency stop. A stage that has none is as it was.
 */
final class StageHooks {
    /** Neither units nor what is around a maintenance mode count so far; one count for all, so that no id is used twice. */
    private static final int FIRST_OPERATION = 800_000;

    private final UpgradeId upgrade;
    private final UpgradeVoice voice;
    private final UpgradeStanding standing;
    private final Runnable awaitRelease;
    private final BooleanSupplier mayBegin;
    private final Set<StageHook> done = new HashSet<>();
    private int operations = FIRST_OPERATION;

    /**
     * @param awaitRelease returns when no emergency stop is set, or the upgrade is aborted
     * @param mayBegin a further stage may
     */
    StageHooks(
            UpgradeId upgrade,
            UpgradeVoice voice,
            UpgradeStanding standing,
            Runnable awaitRelease,
            BooleanSupplier mayBegin) {
        this.upgrade = upgrade;
        this.voice = voice;
        this.standing = standing;
        this.awaitRelease = awaitRelease;
        this.mayBegin = mayBegin;
    }

    /** Whether the stage may begin; false when somebody had it paused meanwhile: then the world is looked at again first. */
    boolean before(Component component, Outline outline) {
        var hooks = around(component, Hook.BEFORE_STAGE, outline);
        if (hooks.isEmpty()) {
            return true;
        }
        awaitRelease.run();
        if (!mayBegin.getAsBoolean()) {
            return false;
        }
        var failures = round(component, outline, Optional.empty()).run(hooks);
        done.addAll(hooks);
        failures.forEach(failed -> done.remove(failed.hook()));
        if (!failures.isEmpty()) {
            standing.awaitPerson("%s is not begun. %s Resume runs that again, abort ends the upgrade."
                    .formatted(component.title(), HookRound.sentence(failures)));
        }
        return failures.isEmpty() && !standing.isPaused();
    }

    void after(Component component, Outline outline, List<UnitState> ends) {
        var hooks = around(component, Hook.AFTER_STAGE, outline);
        if (hooks.isEmpty()) {
            return;
        }
        awaitRelease.run();
        var outcome = outcomeOf(ends);
        CompletablePromise<List<HookRound.Failed>> failures = Workflow.newPromise();
        Workflow.newDetachedCancellationScope(() -> failures.complete(
                        round(component, outline, Optional.of(outcome)).run(hooks)))
                .run();
        boolean isLast = outline.stages().indexOf(component) == outline.stages().size() - 1;
        if (!failures.get().isEmpty() && !isLast && mayBegin.getAsBoolean()) {
            standing.awaitPerson("%s has ended %s, and the next stage is not begun. %s Resume goes on."
                    .formatted(component.title(), outcome, HookRound.sentence(failures.get())));
        }
    }

    /** A cancel from outside is an abort that nobody has said yet. */
    private Outcome outcomeOf(List<UnitState> ends) {
        return CancellationScope.current().isCancelRequested() ? Outcome.ABORTED : standing.outcomeOf(ends);
    }

    private List<StageHook> around(Component component, Hook hook, Outline outline) {
        return outline.hooks().stream()
                .filter(it -> it.component() == component && it.hook() == hook && !done.contains(it))
                .toList();
    }

    private HookRound round(Component component, Outline outline, Optional<Outcome> outcome) {
        return new HookRound(
                voice.of(component), outline.policy(), new OfStage(component, outcome), this::nextOperation);
    }

    private OperationId nextOperation(StageHook hook) {
        operations++;
        return new OperationId(upgrade, hook.instance(), operations);
    }
}
