package io.mddc.upgrade.controlcenter.upgrades.live;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/** What one client was sent of one run log. Only its feed's pass moves the cursor. */
final class EventStream {
    private final String caller;
    private final Outlet outlet;
    private final Instant began;
    private long cursor;

    /**
     * @param after the last line that the client has
     */
    EventStream(String caller, Outlet outlet, long after, InstantSource clock) {
        this.caller = caller;
        this.outlet = outlet;
        this.cursor = after;
        this.began = clock.instant();
    }

    /** One line of the run log as it is sent. */
    record Line(long seq, String text) {}

    String caller() {
        return caller;
    }

    long cursor() {
        return cursor;
    }

    boolean isWanting() {
        return outlet.hasRoom();
    }

    boolean isGone() {
        return outlet.isGone();
    }

    void begin() {
        outlet.write(ServerSentEvent.BEGIN);
        outlet.open();
    }

    /** The lines after the cursor, in order; those it has no room for now come again. */
    void take(List<Line> lines) {
        for (var line : lines) {
            if (!outlet.hasRoom()) {
                return;
            }
            outlet.write(line.text());
            cursor = line.seq();
        }
    }

    /** What may be left out when the client is slow: the next one says it better. */
    void takeIfIdle(String passing) {
        if (outlet.isIdle()) {
            outlet.write(passing);
        }
    }

    void end(String last) {
        outlet.write(last);
        outlet.end();
    }

    void endEarly() {
        outlet.end();
    }

    boolean isStuckFor(Duration limit) {
        return outlet.stuck().compareTo(limit) > 0;
    }

    boolean isOlderThan(Duration limit, Instant now) {
        return began.plus(limit).isBefore(now);
    }

    void cut() {
        outlet.cut();
    }
}
