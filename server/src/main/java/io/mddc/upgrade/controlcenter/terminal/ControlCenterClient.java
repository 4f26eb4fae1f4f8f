package io.mddc.upgrade.controlcenter.terminal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.function.Function.identity;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.Optional;

/** The control center's REST interface. Each call throws {@link Refused} for a problem and {@link Unreachable} without answer. */
final class ControlCenterClient {
    private static final Duration CONNECT_LIMIT = Duration.ofSeconds(5);
    private static final Duration ANSWER_LIMIT = Duration.ofSeconds(30);
    private static final Duration UPLOAD_LIMIT = Duration.ofHours(6);
    private static final int FIRST_REFUSAL = 300;

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(CONNECT_LIMIT).build();
    private final URI server;
    private final String token;

    ControlCenterClient(URI server, String token) {
        this.server = server;
        this.token = token;
    }

    /** A name as one segment of a path or one value of a query. */
    static String encode(String text) {
        return URLEncoder.encode(text, UTF_8).replace("+", "%20");
    }

    JsonNode get(String path) {
        return send(request(path).timeout(ANSWER_LIMIT));
    }

    /** A command: with the same key it is done once, however often it is sent. */
    JsonNode post(String path, JsonNode body, String idempotencyKey) {
        return send(request(path)
                .timeout(ANSWER_LIMIT)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", idempotencyKey)
                .POST(BodyPublishers.ofString(Json.line(body))));
    }

    /** What done twice is done once. */
    JsonNode send(String method, String path, JsonNode body) {
        return send(request(path)
                .timeout(ANSWER_LIMIT)
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(Json.line(body))));
    }

    JsonNode delete(String path) {
        return send(request(path).timeout(ANSWER_LIMIT).DELETE());
    }

    /** Streams the file; its size does not matter. */
    JsonNode upload(Path file) {
        return send(request("/packages?fileName=" + encode(String.valueOf(file.getFileName())))
                .timeout(UPLOAD_LIMIT)
                .header("Content-Type", "application/octet-stream")
                .POST(contentOf(file)));
    }

    UpgradeView upgrade(String id) {
        return Json.read(get("/upgrades/" + encode(id)), UpgradeView.class);
    }

    /** The one that was started last. */
    Optional<String> latestUpgrade() {
        return Json.read(get("/upgrades"), UpgradeView.Listing.class).items().stream()
                .max(Comparator.comparing(UpgradeView::startedAt))
                .map(UpgradeView::id);
    }

    /** What comes after that event, as it comes. */
    EventMessages follow(String id, long after) {
        var messages = new EventMessages(server);
        var request = request("/upgrades/" + encode(id) + "/events?after=" + after)
                .setHeader("Accept", "text/event-stream, application/problem+json");
        return messages.from(http.sendAsync(
                request.build(),
                answer -> answer.statusCode() < FIRST_REFUSAL
                        ? BodySubscribers.fromLineSubscriber(messages, identity(), UTF_8, "\n")
                        : BodySubscribers.mapping(
                                BodySubscribers.ofString(UTF_8),
                                body -> messages.fail(new Refused(answer.statusCode(), Json.parse(body))))));
    }

    private static BodyPublisher contentOf(Path file) {
        try {
            return BodyPublishers.ofFile(file);
        } catch (FileNotFoundException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(server.resolve("/api/v1" + path))
                .header("Authorization", "Bearer " + token)
                .header("Accept", "application/json, application/problem+json");
    }

    private JsonNode send(HttpRequest.Builder request) {
        try {
            var answer = http.send(request.build(), BodyHandlers.ofString());
            var body = Json.parse(answer.body());
            if (answer.statusCode() >= FIRST_REFUSAL) {
                throw new Refused(answer.statusCode(), body);
            }
            return body;
        } catch (IOException noAnswer) {
            throw new Unreachable(server, noAnswer);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(new InterruptedIOException("interrupted while waiting for " + server));
        }
    }
}
