package io.mddc.upgrade.controlcenter.upgrades;

import io.mddc.upgrade.plan.Forecast;
import io.mddc.upgrade.plan.StagePreview;
import io.mddc.upgrade.run.Step;
import io.mddc.upgrade.window.WindowCalendar;
import io.mddc.upgrade.window.WindowFit;
import java.time.Clock;
import java.util.function.Supplier;

/** When a stage that is kept to maintenance windows could begin. */
record WindowOutlook(Supplier<WindowCalendar> windows, Clock clock) {
    /** Of its first unit, in one sentence; empty where there are no windows. */
    String sentence(StagePreview stage, Forecast forecast) {
        var calendar = windows.get();
        if (calendar.windows().isEmpty()) {
            return "";
        }
        var first = stage.units().get(0).unit().instance();
        var needed = forecast.needed(Step.DRAIN, forecast.policy().soak().canary());
        return WindowFit.of(first.value(), needed, calendar, clock.instant()).sentence();
    }
}
