package io.mddc.upgrade.lab.load;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mddc.upgrade.json.UpgradeJson;
import io.mddc.upgrade.lab.ledger.Verdict;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;

/** One request at a time, each tried once and written into the book; an empty value means that it went wrong. */
final class GatewayClient {
    /** A fresh key on one request in so many. */
    private static final int FRESH_KEY_EVERY = 20;

    private static final Set<Integer> KEY_REFUSED = Set.of(401, 403);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final HttpClient http;
    private final Balancer balancer;
    private final ApiKeys keys;
    private final RequestBook book;
    private final Clock clock;
    private final ObjectMapper json = UpgradeJson.mapper();
    private final AtomicInteger sent = new AtomicInteger();

    GatewayClient(HttpClient http, Balancer balancer, ApiKeys keys, RequestBook book, Clock clock) {
        this.http = http;
        this.balancer = balancer;
        this.keys = keys;
        this.book = book;
        this.clock = clock;
    }

    /** The id it was accepted under. */
    CompletableFuture<Optional<String>> submit(SampleFile file) {
        return exchange(
                        RequestKind.SUBMISSION,
                        "/file",
                        request -> request.header("filename", file.name())
                                .POST(BodyPublishers.ofByteArray(file.content())),
                        this::acceptedId)
                .thenApply(Reply::value);
    }

    /** How far the file is. */
    CompletableFuture<Optional<Progress>> result(String id) {
        return exchange(RequestKind.RESULT, "/file/" + id, HttpRequest.Builder::GET, this::progress)
                .thenApply(Reply::value);
    }

    /** The processed file was delivered, byte by byte as it was sent. */
    CompletableFuture<Reply<Boolean>> download(String id, SampleFile file) {
        return exchange(
                RequestKind.DOWNLOAD,
                "/file/converted/" + id,
                HttpRequest.Builder::GET,
                body -> sameBytes(body, file.content()));
    }

    /** Without a gateway that is ready the balancer itself gives the answer: that there is none. */
    private <T> CompletableFuture<Reply<T>> exchange(
            RequestKind kind, String path, UnaryOperator<HttpRequest.Builder> what, Reader<T> reader) {
        return balancer.pick()
                .map(gateway ->
                        exchange(kind, what.apply(to(gateway.resolve(path))).build(), reader))
                .orElseGet(() -> CompletableFuture.completedFuture(failed(kind, path + ": no gateway is ready")));
    }

    private HttpRequest.Builder to(URI address) {
        boolean fresh = sent.incrementAndGet() % FRESH_KEY_EVERY == 0;
        return HttpRequest.newBuilder(address)
                .header("apikey", fresh ? keys.fresh() : keys.usual())
                .timeout(PATIENCE);
    }

    private <T> CompletableFuture<Reply<T>> exchange(RequestKind kind, HttpRequest request, Reader<T> reader) {
        return http.sendAsync(request, BodyHandlers.ofByteArray())
                .thenApply(answer -> read(kind, answer, reader))
                .exceptionally(broken -> failed(kind, request.uri() + ": " + broken));
    }

    private <T> Reply<T> read(RequestKind kind, HttpResponse<byte[]> answer, Reader<T> reader) {
        var askAgain = askAgain(answer);
        if (askAgain.isPresent()) {
            note(kind, RequestResult.REFUSED, answer.uri() + ": 503");
            return new Reply<>(Optional.empty(), askAgain);
        }
        if (KEY_REFUSED.contains(answer.statusCode())) {
            note(kind, RequestResult.KEY_REFUSED, answer.uri() + ": " + answer.statusCode());
            return Reply.nothing();
        }
        if (answer.statusCode() != 200) {
            return failed(kind, answer.uri() + ": " + answer.statusCode());
        }
        try {
            var value = reader.read(answer.body());
            note(kind, RequestResult.OK, "");
            return new Reply<>(Optional.of(value), Optional.empty());
        } catch (IOException e) {
            return failed(kind, answer.uri() + ": " + e.getMessage());
        }
    }

    private <T> Reply<T> failed(RequestKind kind, String detail) {
        note(kind, RequestResult.FAILED, detail);
        return Reply.nothing();
    }

    /** A polite refusal says when; in seconds, as gateways do. */
    private static Optional<Duration> askAgain(HttpResponse<?> answer) {
        return answer.statusCode() == 503
                ? answer.headers().firstValue("Retry-After").map(seconds -> Duration.ofSeconds(Long.parseLong(seconds)))
                : Optional.empty();
    }

    private void note(RequestKind kind, RequestResult result, String detail) {
        book.add(new SentRequest(kind, result, clock.instant(), detail));
    }

    private String acceptedId(byte[] body) throws IOException {
        var id = json.readTree(body).path("data_id").asText();
        if (id.isEmpty()) {
            throw new IOException("accepted without a data_id");
        }
        return id;
    }

    private Progress progress(byte[] body) throws IOException {
        var info = json.readTree(body).path("process_info");
        if (!info.path("progress_percentage").isNumber()) {
            throw new IOException("a result without progress_percentage");
        }
        return new Progress(info.path("progress_percentage").asInt() == 100 ? verdict(info) : Optional.empty());
    }

    private static Optional<Verdict> verdict(JsonNode info) throws IOException {
        var result = info.path("result").asText();
        return Optional.of(
                switch (result) {
                    case "Allowed" -> Verdict.ALLOWED;
                    case "Blocked" -> Verdict.BLOCKED;
                    case "Failed" -> Verdict.FAILED;
                    default -> throw new IOException("unknown result '" + result + "'");
                });
    }

    private static Boolean sameBytes(byte[] body, byte[] sent) throws IOException {
        if (!Arrays.equals(body, sent)) {
            throw new IOException("other bytes than were sent: " + body.length + " of " + sent.length);
        }
        return true;
    }

    /** Reads an answer; what is not the expected one is an IOException. */
    private interface Reader<T> {
        T read(byte[] body) throws IOException;
    }

    /**
     * @param value empty when it was not answered as expected
     * @param askAgain after this time, as a polite refusal said
     */
    record Reply<T>(Optional<T> value, Optional<Duration> askAgain) {
        private static <T> Reply<T> nothing() {
            return new Reply<>(Optional.empty(), Optional.empty());
        }
    }

    /**
     * @param verdict empty while the file is in work
     */
    record Progress(Optional<Verdict> verdict) {}
}
