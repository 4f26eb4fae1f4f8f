package io.mddc.upgrade.controlcenter.upgrades.live;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.mddc.upgrade.cluster.UpgradeId;
import io.mddc.upgrade.controlcenter.upgrades.RunLogWatch;
import io.mddc.upgrade.controlcenter.upgrades.UpgradeQueries;
import io.mddc.upgrade.run.RunEvent;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Who watches which upgrade. A line that is committed wakes its feed; {@link #lookAfterAll} is the safety net for lines nobody
 * told of, the heartbeat, and the end of clients that take nothing.
 */
public final class EventStreams implements RunLogWatch {
    private static final Logger log = LoggerFactory.getLogger(EventStreams.class);

    /** Then a client comes again by itself, and shows its credential again. */
    private static final Duration LONGEST = Duration.ofMinutes(30);

    private final UpgradeQueries upgrades;
    private final ServerSentEvent format;
    private final Limits limits;
    private final Means means;
    private final Timer lag;
    private final Map<UpgradeId, Feed> feeds = new ConcurrentHashMap<>();

    public EventStreams(UpgradeQueries upgrades, ObjectMapper json, Limits limits, Means means) {
        this.upgrades = upgrades;
        this.format = new ServerSentEvent(json);
        this.limits = limits;
        this.means = means;
        this.lag = Timer.builder("mddc.upgrade.event.lag")
                .description("From a line's workflow time to its being sent to its watchers")
                .publishPercentileHistogram(false)
                .serviceLevelObjectives(
                        Duration.ofMillis(50), Duration.ofMillis(200), Duration.ofSeconds(1), Duration.ofSeconds(5))
                .register(means.meters());
        means.meters()
                .gauge(
                        "mddc.upgrade.event.streams",
                        this,
                        streams -> streams.all().count());
    }

    /**
     * How much streams may take.
     *
     * @param perCaller so many at once
     * @param slowest a client that takes nothing of what waits for it is cut off after so long
     */
    public record Limits(int perCaller, Duration slowest) {}

    /**
     * What streams run on.
     *
     * @param passes one thread is enough: nothing that runs here waits for a client
     */
    public record Means(Executor passes, InstantSource clock, MeterRegistry meters) {}

    /**
     * Sends what comes after a line, until the upgrade has ended or the client is gone.
     *
     * @param exchange one that was just begun; it is completed by the stream
     */
    synchronized void open(String caller, StreamPlace from, AsyncContext exchange) {
        if (all().filter(stream -> stream.caller().equals(caller)).count() >= limits.perCaller()) {
            throw new TooManyEventStreams(caller, limits.perCaller());
        }
        feeds.compute(from.upgrade(), (id, known) -> {
            var feed = Optional.ofNullable(known).orElseGet(() -> feed(id));
            var stream = new EventStream(caller, outlet(exchange, feed), from.after(), means.clock());
            stream.begin();
            feed.add(stream);
            return feed;
        });
    }

    @Override
    public void recorded(RunEvent event, List<LeftStep> left) {
        wake(event.upgrade());
    }

    @Override
    public void ended(UpgradeId upgrade) {
        wake(upgrade);
    }

    /** To be done every few seconds. */
    public void lookAfterAll() {
        feeds.keySet().forEach(id -> feeds.computeIfPresent(id, (same, feed) -> feed.isWatched() ? feed : null));
        all().forEach(this::lookAfter);
        feeds.values().forEach(Feed::wake);
    }

    /** At shutdown; clients come again when there is a control center again. */
    public void endAll() {
        all().forEach(EventStream::endEarly);
    }

    Set<UpgradeId> watched() {
        return Set.copyOf(feeds.keySet());
    }

    /** An event without a place in the run log, to those who are not behind. */
    void passing(UpgradeId upgrade, String name, Object data) {
        Optional.ofNullable(feeds.get(upgrade)).ifPresent(feed -> feed.passing(format.passing(name, data)));
    }

    private void wake(UpgradeId upgrade) {
        Optional.ofNullable(feeds.get(upgrade)).ifPresent(Feed::wake);
    }

    private void lookAfter(EventStream stream) {
        if (stream.isStuckFor(limits.slowest())) {
            log.info("An event stream of {} took nothing for {}: it is cut off", stream.caller(), limits.slowest());
            stream.cut();
        } else if (stream.isOlderThan(LONGEST, means.clock().instant())) {
            stream.endEarly();
        } else {
            stream.takeIfIdle(ServerSentEvent.HEARTBEAT);
        }
    }

    private Feed feed(UpgradeId upgrade) {
        return new Feed(upgrade, upgrades, format, new EventLag(lag, means.clock()), means.passes());
    }

    private static Outlet outlet(AsyncContext exchange, Feed feed) {
        var response = (HttpServletResponse) exchange.getResponse();
        response.setContentType(MediaType.SERVER_SENT_EVENTS);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        try {
            return new Outlet(exchange, response.getOutputStream(), feed::wake);
        } catch (IOException clientIsGone) {
            throw new UncheckedIOException(clientIsGone);
        }
    }

    private Stream<EventStream> all() {
        return feeds.values().stream()
                .map(Feed::streams)
                .flatMap(Collection::stream)
                .filter(stream -> !stream.isGone());
    }
}
