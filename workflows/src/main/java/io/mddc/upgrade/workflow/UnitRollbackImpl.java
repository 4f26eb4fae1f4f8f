package io.mddc.upgrade.workflow;

import io.mddc.upgrade.run.UnitEvent;
import io.mddc.upgrade.run.UnitReport;
import io.mddc.upgrade.run.UnitState;
import io.mddc.upgrade.run.WaitReason;
import io.temporal.failure.CanceledFailure;
import io.temporal.workflow.CancellationScope;
import io.temporal.workflow.Workflow;
import io.temporal.workflow.WorkflowInit;
import java.time.Duration;

/** Waits for its turn, then takes the way back, which finishes whatever is cancelled. */
public final class UnitRollbackImpl implements UnitRollback {
    private final UnitOrder order;
    private final UnitProgress progress;
    private final CancellationScope whole;
    private final Turn turn;
    private final WayBack wayBack;
    private final SafeExit exit;

    @WorkflowInit
    public UnitRollbackImpl(UnitOrder order) {
        this.order = order;
        var stage = new UnitLink(order.plan().instance());
        this.progress = new UnitProgress(order, UnitState.UPGRADED, stage);
        this.turn = new Turn(stage);
        this.whole = Workflow.newCancellationScope(turn::await);
        var steps = new FiveSteps(order, progress, whole);
        this.wayBack = new WayBack(order, progress, steps, turn);
        this.exit = new SafeExit(order, progress, steps, wayBack);
    }

    @Override
    public void go() {
        turn.give(Duration.ZERO);
    }

    @Override
    public void stop() {
        whole.cancel("no more units go back");
    }

    @Override
    public UnitReport run(UnitOrder same) {
        try {
            whole.run();
        } catch (CanceledFailure cancelled) {
            return progress.report();
        }
        var obstacle = wayBack.obstacle();
        if (obstacle.isPresent()) {
            progress.say(order.plan().instance() + " stays as it is. " + obstacle.get(), WaitReason.NOTHING);
            return progress.report();
        }
        wayBack.letInAdvance();
        exit.leave(UnitEvent.GO_BACK, "The upgrade is rolled back.", UnitEvent.WENT_BACK);
        return progress.report();
    }
}
