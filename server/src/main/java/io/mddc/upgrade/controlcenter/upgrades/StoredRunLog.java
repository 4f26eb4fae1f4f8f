package io.mddc.upgrade.controlcenter.upgrades;

import io.mddc.upgrade.contract.RunLog;
import io.mddc.upgrade.run.RunEvent;
import io.mddc.upgrade.run.Step;
import io.mddc.upgrade.run.UnitState;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes a line and what follows from it into the rows people look at, in one transaction.
 *
 * <ol>
 *   <li>The upgrade's row is locked, so the order of {@code seq} is the order of commits and a reader that goes on after
 *       the last seq it saw misses nothing.
 *   <li>A line whose key is there already changes nothing: keyed by the event's key.
 *   <li>The line is inserted, then its upgrade, stage or unit is brought to it; a unit that changes state leaves its step
 *       and enters the next at the event's own time.
 * </ol>
 */
public final class StoredRunLog implements RunLog {
    private static final Logger log = LoggerFactory.getLogger(StoredRunLog.class);

    private final Jdbi jdbi;

    public StoredRunLog(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    @Override
    public void record(RunEvent event) {
        jdbi.useTransaction(handle -> record(handle, event));
    }

    private static void record(Handle handle, RunEvent event) {
        var upgrades = handle.attach(UpgradeDao.class);
        long last = upgrades.lock(event.upgrade()).orElseThrow(() -> new UnknownUpgrade(event.upgrade()));
        var events = handle.attach(EventDao.class);
        if (events.exists(event.key())) {
            return;
        }
        long seq = last + 1;
        events.insert(event.upgrade(), event.key(), EventRow.of(seq, event));
        upgrades.updateSeq(event.upgrade(), seq);
        project(handle, event);
        log.info("{} {}: {}", event.upgrade(), seq, event.sentence());
    }

    private static void project(Handle handle, RunEvent event) {
        if (event instanceof RunEvent.OfUnit unit) {
            projectUnit(handle.attach(PlanDao.class), unit);
        } else if (event instanceof RunEvent.OfStage stage) {
            handle.attach(PlanDao.class)
                    .updateStage(stage.upgrade(), stage.component(), stage.sentence(), stage.waitReason());
        } else if (event instanceof RunEvent.OfUpgrade upgrade) {
            handle.attach(UpgradeDao.class)
                    .update(upgrade.upgrade(), upgrade.state(), upgrade.sentence(), upgrade.waitReason());
        }
    }

    private static void projectUnit(PlanDao plans, RunEvent.OfUnit event) {
        var before = plans.findUnit(event.upgrade(), event.instance())
                .map(UnitRow::state)
                .flatMap(UnitState::step);
        plans.updateUnit(event.upgrade(), event.instance(), event.state(), event.sentence(), event.waitReason());
        var after = event.state().step();
        if (!before.equals(after)) {
            plans.endSteps(event.upgrade(), event.instance(), event.at());
            enter(plans, event, after);
        }
    }

    private static void enter(PlanDao plans, RunEvent.OfUnit event, Optional<Step> step) {
        step.filter(entered -> plans.reopenStep(event.upgrade(), event.instance(), entered) == 0)
                .ifPresent(entered -> plans.insertStep(event.upgrade(), event.instance(), entered, event.at()));
    }
}
