package io.mddc.upgrade.controlcenter.windows;

import io.mddc.upgrade.cluster.Component;
import io.mddc.upgrade.contract.MaintenanceWindows;
import io.mddc.upgrade.plan.StepTimes;
import io.mddc.upgrade.window.WindowCalendar;
import io.mddc.upgrade.window.WindowFit;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Function;
import java.util.function.Supplier;

/** What workflows decide by, as it is when they ask. */
public final class StoredMaintenanceWindows implements MaintenanceWindows {
    private final Supplier<WindowCalendar> calendar;
    private final Function<Component, StepTimes> history;

    /**
     * @param history how long steps of a component took here
     */
    public StoredMaintenanceWindows(Supplier<WindowCalendar> calendar, Function<Component, StepTimes> history) {
        this.calendar = calendar;
        this.history = history;
    }

    @Override
    public WindowFit fit(String what, Duration needed, Instant now) {
        return WindowFit.of(what, needed, calendar.get(), now);
    }

    @Override
    public StepTimes stepTimes(Component component) {
        return history.apply(component);
    }
}
