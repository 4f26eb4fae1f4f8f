package io.mddc.upgrade.controlcenter;

import io.dropwizard.lifecycle.Managed;
import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Does something at the start and then again and again until the control center stops. */
record Every(Duration period, Runnable what, ScheduledExecutorService timer) implements Managed {
    @Override
    public void start() {
        var unused = timer.scheduleWithFixedDelay(what, 0, period.toMillis(), TimeUnit.MILLISECONDS);
    }
}
