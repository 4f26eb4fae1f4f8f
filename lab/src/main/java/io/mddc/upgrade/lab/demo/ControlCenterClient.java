package io.mddc.upgrade.lab.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.mddc.upgrade.cluster.Component;
import io.mddc.upgrade.cluster.HostId;
import io.mddc.upgrade.cluster.InstanceId;
import io.mddc.upgrade.cluster.UpgradeId;
import io.mddc.upgrade.json.UpgradeJson;
import io.mddc.upgrade.lab.load.ConsoleAccess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The product's REST, as a script uses it. A connection that fails is an {@link UncheckedIOException}. */
final class ControlCenterClient {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final URI url;
    private final String token;
    private final ObjectMapper json = UpgradeJson.mapper();
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();

    ControlCenterClient(URI url, String token) {
        this.url = url;
        this.token = token;
    }

    /** It answers, and every part of it is ready. */
    static boolean isReady(URI url) {
        var request = HttpRequest.newBuilder(url.resolve("/readyz"))
                .timeout(Duration.ofSeconds(2))
                .build();
        try {
            return HttpClient.newHttpClient()
                            .send(request, BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Interrupted();
        }
    }

    /** For a person with the same token. */
    ConsoleAccess console() {
        return new ConsoleAccess(url, token);
    }

    /** The worker's credential. */
    String enrol(HostId host) {
        var body = JsonNodeFactory.instance.objectNode().put("host", host.value());
        return call(post("/api/v1/workers", body)).path("token").asText();
    }

    List<JsonNode> instances() {
        return items(call(to("/api/v1/instances?limit=200").GET()));
    }

    void upload(Path file) {
        try {
            var name = URLEncoder.encode(file.getFileName().toString(), StandardCharsets.UTF_8);
            call(to("/api/v1/packages?fileName=" + name)
                    .header("Content-Type", "application/octet-stream")
                    .POST(BodyPublishers.ofFile(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A maintenance window that is open from now on. */
    void openWindow(Duration length) {
        var opens = LocalDateTime.now(ZoneOffset.UTC).minusMinutes(1).truncatedTo(ChronoUnit.SECONDS);
        var window = JsonNodeFactory.instance
                .objectNode()
                .put("name", "the demo's")
                .put("zone", "Etc/UTC")
                .put("duration", length.toString());
        window.putObject("recurrence").put("kind", "ONCE").put("at", opens.toString());
        call(post("/api/v1/windows", window));
    }

    /** Starts what the request says, once however often it is sent. */
    UpgradeId start(JsonNode request, String key) {
        var view = call(post("/api/v1/upgrades", request).header("Idempotency-Key", key));
        return new UpgradeId(view.path("id").asText());
    }

    /**
     * What a command was answered.
     *
     * @param detail why not; empty when it is taken
     */
    record Answer(int status, String detail) {
        boolean isTaken() {
            return status / 100 == 2;
        }
    }

    /** Sends a command once. */
    Answer tell(UpgradeId id, String command) {
        var body = JsonNodeFactory.instance.objectNode().put("reason", "the lab rides");
        var request = post("/api/v1/upgrades/" + id + "/" + command, body)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .build();
        var answer = send(request);
        var detail = answer.statusCode() / 100 == 2
                ? ""
                : read(answer.body()).path("detail").asText();
        return new Answer(answer.statusCode(), detail);
    }

    /**
     * Whatever the control center answers.
     *
     * @param body null when there is none
     */
    record Said(int status, JsonNode body) {}

    Said ask(String method, String path, JsonNode body) {
        var content = body.isNull() ? BodyPublishers.noBody() : BodyPublishers.ofString(body.toString());
        var answer = send(to(path).header("Content-Type", "application/json")
                .method(method, content)
                .build());
        return new Said(
                answer.statusCode(),
                answer.body().length == 0 ? JsonNodeFactory.instance.nullNode() : read(answer.body()));
    }

    List<JsonNode> workers() {
        return items(call(to("/api/v1/workers?limit=200").GET()));
    }

    JsonNode upgrade(UpgradeId id) {
        return call(to("/api/v1/upgrades/" + id).GET());
    }

    List<UpgradeEvent> events(UpgradeId id, long after) {
        return items(call(to("/api/v1/upgrades/" + id + "/events?limit=200&after=" + after)
                        .GET()))
                .stream()
                .map(ControlCenterClient::event)
                .toList();
    }

    private static UpgradeEvent event(JsonNode node) {
        return new UpgradeEvent(
                node.path("seq").asLong(),
                Instant.parse(node.path("at").asText()),
                text(node.path("component")).map(Component::valueOf),
                text(node.path("instance")).map(InstanceId::new),
                text(node.path("state")),
                text(node.path("maintenance")),
                node.path("sentence").asText());
    }

    static Optional<String> text(JsonNode node) {
        return node.isTextual() && !node.asText().isEmpty() ? Optional.of(node.asText()) : Optional.empty();
    }

    private static List<JsonNode> items(JsonNode page) {
        var items = new ArrayList<JsonNode>();
        page.path("items").forEach(items::add);
        return items;
    }

    private HttpRequest.Builder post(String path, JsonNode body) {
        return to(path).header("Content-Type", "application/json").POST(BodyPublishers.ofString(body.toString()));
    }

    private HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(url.resolve(path))
                .header("Authorization", "Bearer " + token)
                .timeout(PATIENCE);
    }

    private JsonNode call(HttpRequest.Builder builder) {
        var request = builder.build();
        var answer = send(request);
        if (answer.statusCode() / 100 != 2) {
            throw new RefusedByControlCenter(request.method() + " " + request.uri(), answer.statusCode(), said(answer));
        }
        return answer.body().length == 0 ? JsonNodeFactory.instance.nullNode() : read(answer.body());
    }

    private JsonNode read(byte[] body) {
        try {
            return json.readTree(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private HttpResponse<byte[]> send(HttpRequest request) {
        try {
            return http.send(request, BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Interrupted();
        }
    }

    private static String said(HttpResponse<byte[]> answer) {
        return new String(answer.body(), StandardCharsets.UTF_8);
    }
}
