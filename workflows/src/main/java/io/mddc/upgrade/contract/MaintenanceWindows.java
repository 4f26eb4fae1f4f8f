package io.mddc.upgrade.contract;

import io.mddc.upgrade.cluster.Component;
import io.mddc.upgrade.plan.StepTimes;
import io.mddc.upgrade.window.WindowCalendar;
import io.temporal.activity.ActivityInterface;
import io.temporal.activity.ActivityMethod;

/** What says whether something fits a maintenance window, as it is when it is asked; reading only. */
@ActivityInterface
public interface MaintenanceWindows {
    @ActivityMethod(name = "LoadCalendar")
    WindowCalendar calendar();

    /** How long the component's units took for their steps in this cluster, the latest of them. */
    @ActivityMethod(name = "LoadStepTimes")
    StepTimes stepTimes(Component component);
}
