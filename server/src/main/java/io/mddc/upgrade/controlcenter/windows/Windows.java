package io.mddc.upgrade.controlcenter.windows;

import io.mddc.upgrade.window.WindowCalendar;
import java.time.Clock;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/** This room, put together: what others need of it. */
public final class Windows {
    private final WindowDao windows;
    private final BlackoutDao blackouts;
    private final Clock clock;

    public Windows(Jdbi jdbi, Clock clock) {
        this.windows = jdbi.onDemand(WindowDao.class);
        this.blackouts = jdbi.onDemand(BlackoutDao.class);
        this.clock = clock;
    }

    /**
     * What is offered over HTTP.
     *
     * @param news runs after each change
     */
    public List<Object> resources(Runnable news) {
        return List.of(new WindowResource(windows, blackouts, clock, news), new BlackoutResource(blackouts, news));
    }

    public WindowCalendar calendar() {
        return new WindowCalendar(
                windows.listAll().stream().map(StoredWindow::definition).toList(),
                blackouts.listAll().stream().map(StoredBlackout::blackout).toList());
    }
}
