package io.mddc.upgrade.controlcenter.upgrades;

import io.mddc.upgrade.contract.RunLog;
import io.mddc.upgrade.controlcenter.upgrades.RunLogWatch.LeftStep;
import io.mddc.upgrade.run.RunEvent;
import io.mddc.upgrade.run.Step;
import io.mddc.upgrade.run.UnitState;
import java.time.Duration;
import java.util.List;
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
    private final RunLogWatch watch;

    public StoredRunLog(Jdbi jdbi) {
        this(jdbi, RunLogWatch.NOBODY);
    }

    private StoredRunLog(Jdbi jdbi, RunLogWatch watch) {
        this.jdbi = jdbi;
        this.watch = watch;
    }

    /** The same, heard of by somebody. */
    public StoredRunLog watchedBy(RunLogWatch listener) {
        return new StoredRunLog(jdbi, listener);
    }

    @Override
    public void record(RunEvent event) {
        jdbi.inTransaction(handle -> record(handle, event)).ifPresent(left -> watch.recorded(event, left));
    }

    /** The steps that were left; empty for a line that was there. */
    private static Optional<List<LeftStep>> record(Handle handle, RunEvent event) {
        var upgrades = handle.attach(UpgradeDao.class);
        long last = upgrades.lock(event.upgrade()).orElseThrow(() -> new UnknownUpgrade(event.upgrade()));
        var events = handle.attach(EventDao.class);
        if (events.exists(event.key())) {
            return Optional.empty();
        }
        long seq = last + 1;
        events.insert(event.upgrade(), event.key(), EventRow.of(seq, event));
        upgrades.updateSeq(event.upgrade(), seq);
        var left = project(handle, event);
        log.info("{} {}: {}", event.upgrade(), seq, event.sentence());
        return Optional.of(left);
    }

    private static List<LeftStep> project(Handle handle, RunEvent event) {
        if (event instanceof RunEvent.OfUnit unit) {
            return projectUnit(handle.attach(PlanDao.class), unit);
        } else if (event instanceof RunEvent.OfStage stage) {
            handle.attach(PlanDao.class).updateStage(stage);
        } else if (event instanceof RunEvent.OfUpgrade upgrade) {
            var upgrades = handle.attach(UpgradeDao.class);
            upgrades.update(upgrade.upgrade(), upgrade.state(), upgrade.sentence(), upgrade.waitReason());
            upgrade.maintenance()
                    .ifPresent(phase -> upgrades.updateMaintenance(
                            upgrade.upgrade(), phase, upgrade.sentence(), upgrade.waitReason()));
        }
        return List.of();
    }

    private static List<LeftStep> projectUnit(PlanDao plans, RunEvent.OfUnit event) {
        var unit = plans.findUnit(event.upgrade(), event.instance());
        var before = unit.map(UnitRow::state).flatMap(UnitState::step);
        plans.updateUnit(event.upgrade(), event.instance(), event.state(), event.sentence(), event.waitReason());
        var after = event.state().step();
        if (unit.isEmpty() || before.equals(after)) {
            return List.of();
        }
        var left = plans.listOpenSteps(event.upgrade(), event.instance()).stream()
                .map(step ->
                        new LeftStep(unit.get().component(), step.step(), Duration.between(step.beganAt(), event.at())))
                .toList();
        plans.endSteps(event.upgrade(), event.instance(), event.at());
        enter(plans, event, after);
        return left;
    }

    private static void enter(PlanDao plans, RunEvent.OfUnit event, Optional<Step> step) {
        step.filter(entered -> plans.reopenStep(event.upgrade(), event.instance(), entered) == 0)
                .ifPresent(entered -> plans.insertStep(event.upgrade(), event.instance(), entered, event.at()));
    }
}
