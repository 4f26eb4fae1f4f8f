package io.mddc.upgrade.eta;

import io.mddc.upgrade.plan.Maintenance;
import io.mddc.upgrade.run.MaintenancePhase;
import io.mddc.upgrade.run.Step;
import java.time.Duration;
import java.time.Instant;

/**
 * The maintenance mode around a stage in one rehearsal: half of it lies before the units, half behind them.
 *
 * @param spread of both halves together
 * @param share drawn for this rehearsal
 */
record Closing(Course course, StageNow stage, StepSpread spread, double share) {
    /** Whether the stage is closed or will be. */
    boolean isNeeded() {
        return course.policy().needsMaintenance(stage.component());
    }

    /** When units may be let. */
    Instant opens(Instant begin, Lengths lengths) {
        if (!isNeeded() || course.bracket().isIn(MaintenancePhase.CLOSED, MaintenancePhase.OPENING)) {
            return begin;
        }
        if (course.bracket().isIn(MaintenancePhase.CLOSING, MaintenancePhase.STOPPING)) {
            return half(course.bracket().since().orElse(begin));
        }
        boolean isQuiet = course.bracket().isIn(MaintenancePhase.QUIET, MaintenancePhase.QUIET);
        var brought = isQuiet ? Duration.ZERO : lengths.of(stage.units().get(0), Step.UPLOAD);
        return begin.plus(brought).plus(quiet()).plus(spread.at(share).dividedBy(2));
    }

    /** When gateways accept files again, once the last unit is over. */
    Instant reopens(Instant unitsAreOver) {
        return isNeeded() ? half(unitsAreOver) : unitsAreOver;
    }

    /** The end of a half that began then, which may be in work. */
    private Instant half(Instant begin) {
        var elapsed = Duration.between(begin, course.now());
        var whole = elapsed.isNegative() ? spread.at(share) : spread.at(share, elapsed.multipliedBy(2));
        return begin.plus(whole.dividedBy(2));
    }

    private Duration quiet() {
        var wanted = course.policy().maintenance().quiet();
        return wanted.kind() == Maintenance.Kind.NONE ? Duration.ZERO : wanted.time();
    }
}
