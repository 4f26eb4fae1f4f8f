package io.mddc.upgrade.controlcenter.upgrades.live;

import io.mddc.upgrade.cluster.UpgradeId;
import io.mddc.upgrade.controlcenter.upgrades.UpgradeQueries;
import io.mddc.upgrade.controlcenter.upgrades.live.EventStream.Line;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import org.jdbi.v3.core.JdbiException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The run log of one upgrade, read for all who watch it.
 *
 * <ol>
 *   <li>Whoever knows that there may be something new wakes it; passes follow one another, never beside.
 *   <li>A pass asks first whether the upgrade has ended, then reads the lines: one that has ended gets no more.
 *   <li>Each stream gets what comes after its own cursor, in the order of seq, which is the order of commits. Streams at the
 *       same place share one read. One without room keeps its cursor and wakes the feed when it has room again.
 *   <li>Of an upgrade that has ended, a stream that got everything is ended.
 * </ol>
 */
final class Feed {
    private static final Logger log = LoggerFactory.getLogger(Feed.class);
    private static final int PAGE = 100;

    private final UpgradeId upgrade;
    private final UpgradeQueries upgrades;
    private final ServerSentEvent format;
    private final EventLag lag;
    private final Executor passes;
    private final Set<EventStream> streams = ConcurrentHashMap.newKeySet();
    private final AtomicInteger wakes = new AtomicInteger();

    Feed(UpgradeId upgrade, UpgradeQueries upgrades, ServerSentEvent format, EventLag lag, Executor passes) {
        this.upgrade = upgrade;
        this.upgrades = upgrades;
        this.format = format;
        this.lag = lag;
        this.passes = passes;
    }

    UpgradeId upgrade() {
        return upgrade;
    }

    Set<EventStream> streams() {
        return Set.copyOf(streams);
    }

    boolean isWatched() {
        return !streams.isEmpty();
    }

    void add(EventStream stream) {
        streams.add(stream);
        wake();
    }

    void wake() {
        if (wakes.getAndIncrement() == 0) {
            passes.execute(this::passUntilQuiet);
        }
    }

    /** To whoever has taken all else. */
    void passing(String event) {
        streams.forEach(stream -> stream.takeIfIdle(event));
    }

    private void passUntilQuiet() {
        int seen;
        do {
            seen = wakes.get();
            try {
                pass();
            } catch (JdbiException databaseAway) {
                log.warn(
                        "The run log of {} cannot be read; its watchers wait for the next look", upgrade, databaseAway);
            }
        } while (!wakes.compareAndSet(seen, 0));
    }

    private void pass() {
        streams.removeIf(EventStream::isGone);
        if (streams.isEmpty()) {
            return;
        }
        boolean ended = upgrades.hasEnded(upgrade);
        var pages = new HashMap<Long, List<Line>>();
        for (var stream : streams) {
            send(stream, pages, ended);
        }
    }

    private void send(EventStream stream, Map<Long, List<Line>> pages, boolean ended) {
        while (stream.isWanting()) {
            var lines = pages.computeIfAbsent(stream.cursor(), this::page);
            if (lines.isEmpty()) {
                if (ended) {
                    stream.end(last());
                }
                return;
            }
            stream.take(lines);
        }
    }

    private List<Line> page(long after) {
        var events = upgrades.events(upgrade, after, PAGE);
        lag.read(events);
        return events.stream()
                .map(event -> new Line(event.seq(), format.line(event)))
                .toList();
    }

    private String last() {
        return format.passing("ended", Map.of("upgrade", upgrade));
    }
}
