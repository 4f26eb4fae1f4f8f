package io.mddc.upgrade.lab.service.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mddc.upgrade.json.UpgradeJson;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;

/** Talks JSON to one part. Nothing is tried twice here. */
public final class PartClient {
    private static final ObjectMapper JSON = UpgradeJson.mapper();

    private final HttpClient http;
    private final URI base;
    private final Duration limit;
    private final Optional<String> apiKey;

    public PartClient(URI base, Duration limit) {
        this(base, limit, Optional.empty());
    }

    public PartClient(URI base, Duration limit, Optional<String> apiKey) {
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(limit)
                .build();
        this.base = base;
        this.limit = limit;
        this.apiKey = apiKey;
    }

    public URI base() {
        return base;
    }

    public <T> T get(String path, Class<T> type) {
        return read(ok(send(request(path).GET())), type);
    }

    /** Empty when the part says 404. */
    public <T> Optional<T> find(String path, Class<T> type) {
        var answer = send(request(path).GET());
        return answer.statusCode() == 404 ? Optional.empty() : Optional.of(read(ok(answer), type));
    }

    /** The status alone. */
    public int status(String path) {
        return send(request(path).GET()).statusCode();
    }

    public <T> T post(String path, Object body, Class<T> type) {
        return read(ok(send(request(path).POST(json(body)))), type);
    }

    /** Empty when the part says 204. */
    public <T> Optional<T> poll(String path, Duration wait, Class<T> type) {
        var answer = send(request(path).timeout(limit.plus(wait)).POST(BodyPublishers.noBody()));
        return answer.statusCode() == 204 ? Optional.empty() : Optional.of(read(ok(answer), type));
    }

    /** Any method and body; the answer as it came. */
    public HttpResponse<byte[]> exchange(String method, String path, BodyPublisher body) {
        return send(request(path).method(method, body));
    }

    /** Sends a body of any size. */
    public void put(String path, BodyPublisher body) {
        ok(send(request(path).timeout(limit.multipliedBy(5)).PUT(body)));
    }

    /** The body as a stream, to be closed; empty when the part says 404. */
    public Optional<HttpResponse<InputStream>> open(String path) {
        var answer = send(request(path).GET(), BodyHandlers.ofInputStream());
        if (answer.statusCode() == 200) {
            return Optional.of(answer);
        }
        try (var body = answer.body()) {
            if (answer.statusCode() == 404) {
                return Optional.empty();
            }
            throw unexpected(answer, new String(body.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new PartUnreachable(base + path + " broke off: " + e, e);
        }
    }

    private HttpRequest.Builder request(String path) {
        var request = HttpRequest.newBuilder(base.resolve(path)).timeout(limit);
        apiKey.ifPresent(key -> request.header("apikey", key));
        return request;
    }

    private HttpResponse<byte[]> send(HttpRequest.Builder request) {
        return send(request, BodyHandlers.ofByteArray());
    }

    private <T> HttpResponse<T> send(HttpRequest.Builder builder, HttpResponse.BodyHandler<T> handler) {
        var request = builder.build();
        try {
            return http.send(request, handler);
        } catch (IOException e) {
            throw new PartUnreachable(request.uri() + " does not answer: " + e, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PartUnreachable(request.uri() + ": stopped while waiting for the answer", e);
        }
    }

    private static HttpResponse<byte[]> ok(HttpResponse<byte[]> answer) {
        if (answer.statusCode() / 100 == 2) {
            return answer;
        }
        throw unexpected(answer, new String(answer.body(), StandardCharsets.UTF_8));
    }

    private static UnexpectedAnswer unexpected(HttpResponse<?> answer, String body) {
        return new UnexpectedAnswer(
                answer.uri() + " answered " + answer.statusCode() + ": " + body, answer.statusCode());
    }

    private static BodyPublisher json(Object body) {
        try {
            return BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static <T> T read(HttpResponse<byte[]> answer, Class<T> type) {
        try {
            return JSON.readValue(answer.body(), type);
        } catch (IOException e) {
            throw new UnexpectedAnswer(answer.uri() + " answered something else: " + e, answer.statusCode());
        }
    }
}
