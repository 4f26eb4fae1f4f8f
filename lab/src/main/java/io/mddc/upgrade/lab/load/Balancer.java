package io.mddc.upgrade.lab.load;

import static com.google.common.base.Preconditions.checkArgument;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Picks gateways in turn, as a load balancer with health checks would: one whose {@code /readyz} was not 200 at the last look
 * gets nothing. When none is ready it has nobody to send a request to.
 */
final class Balancer {
    private static final Duration EVERY = Duration.ofMillis(200);

    private final List<URI> gateways;
    private final HttpClient http;
    private final Map<URI, Look> last = new ConcurrentHashMap<>();
    private final AtomicLong looks = new AtomicLong();
    private final Set<CompletableFuture<Void>> asked = ConcurrentHashMap.newKeySet();
    private final AtomicInteger turn = new AtomicInteger();

    private volatile @Nullable Future<?> looking;

    Balancer(List<URI> gateways, HttpClient http) {
        checkArgument(!gateways.isEmpty(), "a balancer without a gateway");
        this.gateways = List.copyOf(gateways);
        this.http = http;
    }

    void start(ScheduledExecutorService clock) {
        looking = clock.scheduleWithFixedDelay(this::look, 0, EVERY.toMillis(), TimeUnit.MILLISECONDS);
    }

    void stop() {
        var running = looking;
        if (running != null) {
            running.cancel(false);
        }
    }

    /** Empty when none is ready. */
    Optional<URI> pick() {
        var ready = gateways.stream().filter(this::isUp).toList();
        return ready.isEmpty()
                ? Optional.empty()
                : Optional.of(ready.get(Math.floorMod(turn.getAndIncrement(), ready.size())));
    }

    /** What was seen of a gateway; a later look counts more, whenever its answer came. */
    private record Look(long number, boolean up) {
        Look later(Look other) {
            return other.number > number ? other : this;
        }
    }

    private boolean isUp(URI gateway) {
        return Optional.ofNullable(last.get(gateway)).map(Look::up).orElse(true);
    }

    private void look() {
        asked.removeIf(CompletableFuture::isDone);
        long number = looks.incrementAndGet();
        gateways.stream().map(gateway -> ask(gateway, number)).forEach(asked::add);
    }

    private CompletableFuture<Void> ask(URI gateway, long number) {
        return http.sendAsync(readyz(gateway), BodyHandlers.discarding())
                .thenApply(answer -> answer.statusCode() == 200)
                .exceptionally(unreachable -> false)
                .thenAccept(up -> last.merge(gateway, new Look(number, up), Look::later));
    }

    private static HttpRequest readyz(URI gateway) {
        return HttpRequest.newBuilder(gateway.resolve("/readyz"))
                .timeout(Duration.ofSeconds(1))
                .build();
    }
}
