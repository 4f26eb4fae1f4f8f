package io.mddc.upgrade.lab.load;

import static com.google.common.base.Preconditions.checkArgument;

import io.mddc.upgrade.lab.ledger.Verdict;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * An ordinary client: sends one file after another at a rate, asks for each until it has a verdict, fetches the processed
 * file and compares it; beside it somebody signs in to the console once a second. A submission that goes wrong is not sent again; a question is asked again, and each time counted; after a
 * polite refusal when it was said to.
 */
public final class Load implements AutoCloseable {
    private static final Duration ASK_EVERY = Duration.ofMillis(300);
    private static final Duration SIGN_IN_EVERY = Duration.ofSeconds(1);
    private static final int MOST_DOWNLOAD_TRIES = 5;

    private final FileMix mix;
    private final Duration pause;
    private final HttpClient http;
    private final Balancer balancer;
    private final GatewayClient gateways;
    private final Clock clock = Clock.systemUTC();
    private final RequestBook requests = new RequestBook();
    private final ClientBook files = new ClientBook();
    private final ScheduledExecutorService timer = Executors.newScheduledThreadPool(2);
    private final ExecutorService answers = Executors.newFixedThreadPool(4);
    private final AtomicInteger next = new AtomicInteger();
    private final Set<CompletableFuture<Void>> open = ConcurrentHashMap.newKeySet();

    private volatile @Nullable Future<?> sending;
    private volatile @Nullable Future<?> signingIn;

    /**
     * @param rate files per second
     */
    public Load(List<URI> addresses, ApiKeys keys, FileMix mix, double rate) {
        checkArgument(rate > 0, "rate is %s: allowed is more than 0", rate);
        this.mix = mix;
        this.pause = Duration.ofNanos((long) (1_000_000_000 / rate));
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofSeconds(2))
                .executor(answers)
                .build();
        this.balancer = new Balancer(addresses, http);
        this.gateways = new GatewayClient(http, balancer, keys, requests, clock);
    }

    public void start() {
        balancer.start(timer);
        sending = timer.scheduleAtFixedRate(this::sendNext, 500_000_000, pause.toNanos(), TimeUnit.NANOSECONDS);
    }

    /** From now on; in a cluster that has a console. */
    public void visit(ConsoleAccess access) {
        var visitor = new ConsoleVisitor(http, access, requests, clock);
        signingIn = timer.scheduleAtFixedRate(
                () -> open.add(visitor.signIn()), 0, SIGN_IN_EVERY.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Sends no more; what was accepted is still asked for. */
    public void stopSending() {
        cancel(sending);
        cancel(signingIn);
    }

    private static void cancel(@Nullable Future<?> repeated) {
        if (repeated != null) {
            repeated.cancel(false);
        }
    }

    public RequestBook requests() {
        return requests;
    }

    public ClientBook files() {
        return files;
    }

    /** Files on their way: being sent, waited for, or being fetched. */
    public int inFlight() {
        open.removeIf(CompletableFuture::isDone);
        return open.size();
    }

    private void sendNext() {
        var file = mix.file(next.getAndIncrement());
        open.add(gateways.submit(file)
                .thenCompose(id -> id.map(accepted -> follow(accepted, file)).orElseGet(Load::nothing)));
    }

    private CompletableFuture<Void> follow(String id, SampleFile file) {
        files.accepted(id, file.known());
        return awaitVerdict(id)
                .thenCompose(verdict -> verdict == Verdict.ALLOWED ? fetch(id, file, MOST_DOWNLOAD_TRIES) : nothing());
    }

    private CompletableFuture<Verdict> awaitVerdict(String id) {
        return later(ASK_EVERY)
                .thenCompose(now -> gateways.result(id))
                .thenApply(answer -> answer.flatMap(GatewayClient.Progress::verdict))
                .thenCompose(verdict -> verdict.map(known -> told(id, known)).orElseGet(() -> awaitVerdict(id)));
    }

    private CompletableFuture<Verdict> told(String id, Verdict verdict) {
        files.told(id, verdict, clock.instant());
        return CompletableFuture.completedFuture(verdict);
    }

    private CompletableFuture<Void> fetch(String id, SampleFile file, int triesLeft) {
        return gateways.download(id, file).thenCompose(reply -> again(reply, id, file, triesLeft - 1));
    }

    /** A refused one is no try: it is asked for when it was said to ask again. */
    private CompletableFuture<Void> again(
            GatewayClient.Reply<Boolean> reply, String id, SampleFile file, int triesLeft) {
        if (reply.askAgain().isPresent()) {
            return later(reply.askAgain().get()).thenCompose(now -> fetch(id, file, triesLeft + 1));
        }
        if (reply.value().isPresent() || triesLeft == 0) {
            return nothing();
        }
        return later(ASK_EVERY).thenCompose(now -> fetch(id, file, triesLeft));
    }

    private CompletableFuture<Void> later(Duration pause) {
        Executor afterAWhile = CompletableFuture.delayedExecutor(pause.toMillis(), TimeUnit.MILLISECONDS, answers);
        return CompletableFuture.runAsync(() -> {}, afterAWhile);
    }

    private static CompletableFuture<Void> nothing() {
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public void close() {
        stopSending();
        balancer.stop();
        timer.shutdownNow();
        answers.shutdownNow();
    }
}
