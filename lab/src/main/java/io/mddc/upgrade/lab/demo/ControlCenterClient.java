package io.mddc.upgrade.lab.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.mddc.upgrade.cluster.HostId;
import io.mddc.upgrade.cluster.UpgradeId;
import io.mddc.upgrade.lab.load.ConsoleAccess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The product's REST, as a script uses it. A connection that fails is an {@link UncheckedIOException}. */
final class ControlCenterClient {
    private final URI url;
    private final String token;
    private final ControlCenterHttp http;

    ControlCenterClient(URI url, String token) {
        this.url = url;
        this.token = token;
        this.http = new ControlCenterHttp(url, token);
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
        return http.call(http.post("/api/v1/workers", body)).path("token").asText();
    }

    List<JsonNode> instances() {
        return items(http.get("/api/v1/instances?limit=200"));
    }

    void upload(Path file) {
        try {
            var name = URLEncoder.encode(file.getFileName().toString(), StandardCharsets.UTF_8);
            http.call(http.to("/api/v1/packages?fileName=" + name)
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
        http.call(http.post("/api/v1/windows", window));
    }

    /** Starts what the request says, once however often it is sent. */
    UpgradeId start(JsonNode request, String key) {
        var view = http.call(http.post("/api/v1/upgrades", request).header("Idempotency-Key", key));
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
        var said = http.ask(http.post("/api/v1/upgrades/" + id + "/" + command, body)
                .header("Idempotency-Key", UUID.randomUUID().toString()));
        return new Answer(
                said.status(), said.isGood() ? "" : said.body().path("detail").asText());
    }

    /**
     * Whatever the control center answers.
     *
     * @param body null in JSON for none
     */
    ControlCenterHttp.Said ask(String method, String path, JsonNode body) {
        var content = body.isNull() ? BodyPublishers.noBody() : BodyPublishers.ofString(body.toString());
        return http.ask(http.to(path).header("Content-Type", "application/json").method(method, content));
    }

    List<JsonNode> workers() {
        return items(http.get("/api/v1/workers?limit=200"));
    }

    JsonNode upgrade(UpgradeId id) {
        return http.get("/api/v1/upgrades/" + id);
    }

    List<UpgradeEvent> events(UpgradeId id, long after) {
        return items(http.get("/api/v1/upgrades/" + id + "/events?limit=200&after=" + after)).stream()
                .map(UpgradeEvent::of)
                .toList();
    }

    static Optional<String> text(JsonNode node) {
        return node.isTextual() && !node.asText().isEmpty() ? Optional.of(node.asText()) : Optional.empty();
    }

    private static List<JsonNode> items(JsonNode page) {
        var items = new ArrayList<JsonNode>();
        page.path("items").forEach(items::add);
        return items;
    }
}
