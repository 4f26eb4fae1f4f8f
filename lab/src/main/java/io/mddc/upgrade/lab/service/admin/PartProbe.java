package io.mddc.upgrade.lab.service.admin;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.mddc.upgrade.json.UpgradeJson;
import io.mddc.upgrade.lab.service.http.PartClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Reads a part from outside. Each call throws {@code PartUnreachable} when it does not answer. */
public final class PartProbe implements Probe {
    private final PartClient client;

    public PartProbe(URI url, String key) {
        client = new PartClient(url, Duration.ofSeconds(2), Optional.of(key));
    }

    /** As {@code GET /version} says: without revision. */
    @Override
    public String version() {
        return client.get("/version", JsonNode.class).path("version").asText();
    }

    @Override
    public Readiness readiness() {
        var answer = client.exchange("GET", "/readyz", BodyPublishers.noBody());
        if (answer.statusCode() == 200) {
            return Readiness.READY;
        }
        return saysReady(answer.body()) ? Readiness.ISOLATED : Readiness.NOT_READY;
    }

    private static boolean saysReady(byte[] body) {
        try {
            return UpgradeJson.mapper().readTree(body).path("ready").asBoolean();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Empty when it is not isolated. */
    public Optional<Isolation> isolation() {
        var answer = client.get("/admin/isolation", JsonNode.class);
        return answer.path("isolated").asBoolean()
                ? Optional.of(UpgradeJson.mapper().convertValue(answer, Isolation.class))
                : Optional.empty();
    }

    /** What a Core's engines work with; the vendor's newer versions put the nodes into an object. */
    public String definitions() {
        var answer = client.get("/stat/nodes", JsonNode.class);
        var nodes = answer.isArray() ? answer : answer.path("statuses");
        return nodes.path(0).path("engines").path(0).path("db_ver").asText();
    }

    /** Of a gateway: it takes no files and delivers none. */
    public boolean isClosed() {
        return client.get("/admin/maintenance", JsonNode.class).path("closed").asBoolean();
    }

    /** Takes it out of new work in somebody's name. */
    public void isolate(String owner, String reason, Instant expires) {
        var wanted = new Administered.Wanted(owner, reason, expires);
        client.put("/admin/isolation", BodyPublishers.ofByteArray(json(wanted)));
    }

    public void release(String owner) {
        client.exchange("DELETE", "/admin/isolation?owner=" + owner, BodyPublishers.noBody());
    }

    private static byte[] json(Object body) {
        try {
            return UpgradeJson.mapper().writeValueAsBytes(body);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    public PartWork work() {
        return client.get("/admin/work", PartWork.class);
    }
}
