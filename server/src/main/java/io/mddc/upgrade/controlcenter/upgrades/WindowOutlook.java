package io.mddc.upgrade.controlcenter.upgrades;

import io.mddc.upgrade.cluster.Component;
import io.mddc.upgrade.plan.Forecast;
import io.mddc.upgrade.plan.Policy;
import io.mddc.upgrade.plan.StagePreview;
import io.mddc.upgrade.plan.StartTime;
import io.mddc.upgrade.plan.StepTimes;
import io.mddc.upgrade.plan.UpgradePlan;
import io.mddc.upgrade.window.WindowCalendar;
import io.mddc.upgrade.window.WindowFindings;
import io.mddc.upgrade.window.WindowFit;
import java.time.Clock;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * When stages that are kept to maintenance windows could begin.
 *
 * @param windows as they are when they are asked for
 * @param history how long steps of a component took here
 */
record WindowOutlook(Supplier<WindowCalendar> windows, Clock clock, Function<Component, StepTimes> history) {
    /** The plan, with a finding for each stage that would wait for ever. */
    UpgradePlan lookAt(UpgradePlan plan, StartTime start) {
        return plan.with(new WindowFindings(windows.get(), clock.instant(), history).of(plan, start));
    }

    /** Of its first unit, or all of it where the whole system is down, in one sentence; empty where there are no windows. */
    String sentence(StagePreview preview, Policy policy) {
        var calendar = windows.get();
        if (calendar.windows().isEmpty()) {
            return "";
        }
        var component = preview.stage().component();
        var what = policy.needsMaintenance(component)
                ? component.title()
                : preview.units().get(0).unit().instance().value();
        var needed = new Forecast(policy, history.apply(component))
                .neededToBegin(component, preview.units().size());
        return WindowFit.of(what, needed, calendar, clock.instant()).sentence();
    }
}
