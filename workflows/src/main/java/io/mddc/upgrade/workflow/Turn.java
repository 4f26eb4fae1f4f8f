package io.mddc.upgrade.workflow;

import io.mddc.upgrade.run.UnitState;
import io.temporal.workflow.Functions;
import io.temporal.workflow.Workflow;
import java.time.Duration;

/** A unit's turn: it asks its stage, and waits until it is let. */
final class Turn {
    private static final Duration ASK_AGAIN = Duration.ofMinutes(1);

    private final UnitLink stage;
    private boolean given;
    private boolean alone;
    private Duration soak = Duration.ZERO;

    Turn(UnitLink stage) {
        this.stage = stage;
    }

    void give(Duration soakAfterwards) {
        given = true;
        soak = soakAfterwards;
    }

    void giveAlone() {
        alone = true;
    }

    /** Waits until no other unit of its stage is at work; false when it is stopped before that, or its stage is gone. */
    boolean awaitAlone(Functions.Func<Boolean> isStopped) {
        alone = false;
        if (!stage.mustBeAlone()) {
            return false;
        }
        Workflow.await(() -> alone || isStopped.apply());
        return alone;
    }

    /** How long it is to be watched at the end. */
    Duration soak() {
        return soak;
    }

    /** Waits; a stage that is gone cancels this unit. */
    void await() {
        given = false;
        stage.waits(UnitState.WAITING);
        Workflow.await(() -> given);
    }

    /**
     * Waits to be let back. A stage that is gone cannot count the minimum any more: then an instance that runs a bad version
     * goes without it.
     */
    void awaitWayBack() {
        given = false;
        while (!given && stage.waits(UnitState.ROLLING_BACK)) {
            Workflow.await(ASK_AGAIN, () -> given);
        }
    }
}
