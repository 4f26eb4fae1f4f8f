package io.mddc.upgrade.controlcenter.terminal;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** A stream of events as it comes in, line by line. It lives while it says something now and then, if only a comment. */
final class EventMessages implements Flow.Subscriber<String>, AutoCloseable {
    private static final Duration SILENCE = Duration.ofSeconds(15);

    private final URI server;
    private final BlockingQueue<Supplier<Optional<Message>>> arrived = new LinkedBlockingQueue<>();
    private Optional<CompletableFuture<?>> exchange = Optional.empty();
    private String name = "";
    private String data = "";

    /**
     * One event.
     *
     * @param name empty for a comment, which only shows that the stream lives
     */
    record Message(String name, JsonNode data) {}

    EventMessages(URI server) {
        this.server = server;
    }

    /** Waits for the next one; empty when the stream was ended or broken. Without answer it throws {@link Unreachable}. */
    Optional<Message> next() {
        try {
            var next = arrived.poll(SILENCE.toMillis(), TimeUnit.MILLISECONDS);
            if (next == null) {
                throw new Unreachable(server, new HttpTimeoutException("nothing came for " + SILENCE));
            }
            return next.get();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(new InterruptedIOException("interrupted while watching"));
        }
    }

    /** Nothing more is there to be read without waiting. */
    boolean isQuiet() {
        return arrived.isEmpty();
    }

    /** What the lines come from. */
    EventMessages from(CompletableFuture<?> answer) {
        exchange = Optional.of(answer);
        var unused = answer.whenComplete((any, failure) -> {
            if (failure != null) {
                fail(new Unreachable(server, failure));
            }
        });
        return this;
    }

    /** The reader gets it in place of a message. */
    EventMessages fail(RuntimeException failure) {
        arrived.add(() -> {
            throw failure;
        });
        return this;
    }

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
        subscription.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(String line) {
        if (line.isEmpty()) {
            var message = new Message(name, Json.parse(data));
            arrived.add(() -> Optional.of(message));
            name = "";
            data = "";
        } else if (line.startsWith("event:")) {
            name = line.substring("event:".length()).strip();
        } else if (line.startsWith("data:")) {
            data = line.substring("data:".length()).strip();
        }
    }

    @Override
    public void onError(Throwable broken) {
        onComplete();
    }

    @Override
    public void onComplete() {
        arrived.add(Optional::empty);
    }

    @Override
    public void close() {
        exchange.ifPresent(answer -> answer.cancel(true));
    }
}
