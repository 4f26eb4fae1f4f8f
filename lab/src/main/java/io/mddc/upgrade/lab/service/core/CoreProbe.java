package io.mddc.upgrade.lab.service.core;

import com.fasterxml.jackson.databind.JsonNode;
import io.mddc.upgrade.json.UpgradeJson;
import io.mddc.upgrade.lab.service.http.PartClient;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** Reads a Core from outside. Each call throws {@code PartUnreachable} when it does not answer. */
public final class CoreProbe {
    private final PartClient client;

    public CoreProbe(URI url, String key) {
        client = new PartClient(url, Duration.ofSeconds(2), Optional.of(key));
    }

    /** As {@code GET /version} says: without revision. */
    public String version() {
        return client.get("/version", JsonNode.class).path("version").asText();
    }

    public boolean isReady() {
        return client.status("/readyz") == 200;
    }

    /** Empty when it is not isolated. */
    public Optional<Isolation> isolation() {
        var answer = client.get("/admin/isolation", JsonNode.class);
        return answer.path("isolated").asBoolean()
                ? Optional.of(UpgradeJson.mapper().convertValue(answer, Isolation.class))
                : Optional.empty();
    }

    public CoreWork work() {
        return client.get("/admin/work", CoreWork.class);
    }
}
