package io.mddc.upgrade.eta;

import io.mddc.upgrade.plan.Forecast;
import io.mddc.upgrade.plan.StepTimes;
import io.mddc.upgrade.run.UnitState;
import java.time.Instant;
import java.util.Optional;

/** What nobody can guess on the way to the end of a stage: persons, windows, a spent failure budget. */
record Obstacles(Course course) {
    /** Before its end, whatever its times are. */
    Optional<Eta> of(StageNow stage) {
        var policy = course.policy();
        boolean isBegun = stage.count(UnitState.PENDING) < stage.units().size();
        if (!isBegun && policy.approval().stages().contains(stage.component())) {
            return unknown(stage.component().title() + " waits for a person to approve it before it begins");
        }
        if (policy.attended().contains(stage.component())) {
            return unknown(
                    "a person runs the installers of " + stage.component().title());
        }
        return stage.obstacle().or(() -> unitsObstacle(stage)).map(Eta::unknown);
    }

    /**
     * That a maintenance window does not leave it the time.
     *
     * @param begin when it would begin, or goes on
     * @param end when it would be over
     */
    Optional<Eta> ofWindow(StageNow stage, StepTimes before, Instant begin, Instant end) {
        if (!course.policy().needsWindow(stage.component())) {
            return Optional.empty();
        }
        var opening =
                course.calendar().openAt(begin).filter(open -> !open.closes().isBefore(end));
        if (opening.isPresent()) {
            return Optional.empty();
        }
        if (stage.isInWork()) {
            return unknown("the window of " + stage.component().title() + " closes before all of it is over");
        }
        var needed = new Forecast(course.policy(), before)
                .neededToBegin(stage.component(), stage.units().size());
        return course.calendar()
                .nextFitting(begin, needed)
                .map(next -> Eta.notBefore(
                        next.begin(begin), stage.component().title() + " waits for its maintenance window"))
                .or(() -> unknown("there is no maintenance window for "
                        + stage.component().title()));
    }

    /** Why units of it never come to an end. */
    Eta never(StageNow stage) {
        return Eta.unknown(
                isApprovalAhead(stage)
                        ? "the first unit of " + stage.component().title() + " is to be approved by a person"
                        : "no more units of " + stage.component().title() + " begin: its failure budget is spent");
    }

    boolean isApprovalAhead(StageNow stage) {
        return course.policy().approval().canary() && stage.count(UnitState.UPGRADED) == 0;
    }

    private static Optional<String> unitsObstacle(StageNow stage) {
        return stage.units().stream().flatMap(unit -> unit.obstacle().stream()).findFirst();
    }

    private static Optional<Eta> unknown(String why) {
        return Optional.of(Eta.unknown(why));
    }
}
