package io.mddc.upgrade.window;

import io.mddc.upgrade.cluster.Component;
import io.mddc.upgrade.plan.Estimate;
import io.mddc.upgrade.plan.Finding;
import io.mddc.upgrade.plan.Forecast;
import io.mddc.upgrade.plan.Policy;
import io.mddc.upgrade.plan.StagePlan;
import io.mddc.upgrade.plan.StartTime;
import io.mddc.upgrade.plan.StepTimes;
import io.mddc.upgrade.plan.UpgradePlan;
import io.mddc.upgrade.run.Step;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Function;

/**
 * Stages that would wait for ever, because no maintenance window will leave them time enough. Found before the start, while there
 * is somebody to tell.
 *
 * @param history how long steps of a component took here
 */
public record WindowFindings(WindowCalendar calendar, Instant now, Function<Component, StepTimes> history) {
    public List<Finding> of(UpgradePlan plan, StartTime start) {
        var begin = start.at().filter(now::isBefore).orElse(now);
        var policy = plan.policy();
        return plan.stages().stream()
                .filter(stage -> policy.needsWindow(stage.component()) || waits(stage, plan, start))
                .filter(stage ->
                        calendar.nextFitting(begin, needed(stage, policy)).isEmpty())
                .map(stage -> finding(stage, policy))
                .toList();
    }

    /** Only the first waits for the start. */
    private static boolean waits(StagePlan stage, UpgradePlan plan, StartTime start) {
        return start.kind() == StartTime.Kind.NEXT_WINDOW
                && stage.equals(plan.stages().get(0));
    }

    /** In maintenance mode the whole stage, else the longest of its units, each of which waits for its own window. */
    private Duration needed(StagePlan stage, Policy policy) {
        var forecast = new Forecast(policy, history.apply(stage.component()));
        var first = forecast.neededToBegin(stage.component(), stage.units().size());
        if (policy.needsMaintenance(stage.component()) || stage.units().size() == 1) {
            return first;
        }
        var other = forecast.needed(Step.DRAIN, policy.soak().unit());
        return first.compareTo(other) > 0 ? first : other;
    }

    private Finding finding(StagePlan stage, Policy policy) {
        var component = stage.component();
        var least = Estimate.inWords(upToMinutes(needed(stage, policy)));
        var why = calendar.windows().isEmpty()
                ? "there is none"
                : "none that opens within %d days lasts as long".formatted(WindowCalendar.HORIZON.toDays());
        var orElse = policy.needsWindow(component)
                ? "set windowsFromLevel to %d".formatted(component.impact().level() + 1)
                : "start it NOW or at an instant";
        return new Finding(
                Finding.Code.NO_WINDOW_FITS,
                "%s waits for a maintenance window of %s, and %s.".formatted(component.title(), least, why),
                "Make a window of at least %s, or %s.".formatted(least, orElse));
    }

    /** A window that the words call long enough is. */
    private static Duration upToMinutes(Duration needed) {
        var whole = needed.truncatedTo(ChronoUnit.MINUTES);
        return whole.equals(needed) ? whole : whole.plusMinutes(1);
    }
}
