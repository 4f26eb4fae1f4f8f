package io.mddc.upgrade.contract;

import io.mddc.upgrade.run.RunEvent;
import io.temporal.activity.ActivityInterface;
import io.temporal.activity.ActivityMethod;

/** The run log of the control center, called as a local activity; keyed by the event's key. */
@ActivityInterface
public interface RunLog {
    @ActivityMethod(name = "Record")
    void record(RunEvent event);
}
