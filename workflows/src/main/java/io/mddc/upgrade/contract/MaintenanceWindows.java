package io.mddc.upgrade.contract;

import io.mddc.upgrade.cluster.Component;
import io.mddc.upgrade.plan.StepTimes;
import io.mddc.upgrade.window.WindowFit;
import io.temporal.activity.ActivityInterface;
import io.temporal.activity.ActivityMethod;
import java.time.Duration;
import java.time.Instant;

/** What says whether something fits a maintenance window, as it is when it is asked; reading only. */
@ActivityInterface
public interface MaintenanceWindows {
    /**
     * Decided here and not in the workflow: the rules of a zone may be others in the Java that replays it.
     *
     * @param what such as {@code core-4}
     * @param needed until it has ended, its way back included
     * @param now workflow time
     */
    @ActivityMethod(name = "LookForWindow")
    WindowFit fit(String what, Duration needed, Instant now);

    /** How long the component's units took for their steps in this cluster, the latest of them. */
    @ActivityMethod(name = "LoadStepTimes")
    StepTimes stepTimes(Component component);
}
