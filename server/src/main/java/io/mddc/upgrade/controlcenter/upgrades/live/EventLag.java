package io.mddc.upgrade.controlcenter.upgrades.live;

import io.mddc.upgrade.controlcenter.upgrades.EventView;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;

/** Measures how old a line is when its watchers get it; what was there before anybody watched does not count. */
final class EventLag {
    private final Timer timer;
    private final InstantSource clock;
    private long newest;
    private boolean caughtUp;

    EventLag(Timer timer, InstantSource clock) {
        this.timer = timer;
        this.clock = clock;
    }

    void read(List<EventView> page) {
        if (page.isEmpty()) {
            caughtUp = true;
            return;
        }
        if (caughtUp) {
            page.stream().filter(event -> event.seq() > newest).forEach(this::measure);
        }
        newest = Math.max(newest, page.get(page.size() - 1).seq());
    }

    private void measure(EventView event) {
        var lag = Duration.between(event.at(), clock.instant());
        timer.record(lag.isNegative() ? Duration.ZERO : lag);
    }
}
