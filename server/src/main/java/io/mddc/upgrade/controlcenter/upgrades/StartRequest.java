package io.mddc.upgrade.controlcenter.upgrades;

import static java.util.Objects.requireNonNullElse;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.mddc.upgrade.cluster.HostId;
import io.mddc.upgrade.plan.StartTime;
import io.mddc.upgrade.plan.Target;
import io.mddc.upgrade.plan.UpgradeRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What {@code POST /upgrades} takes.
 *
 * @param start when it begins; left out: now
 * @param policy keys of policy.yml that shall be different for this upgrade
 */
public record StartRequest(UpgradeRequest request, StartTime start, JsonNode policy) {
    @JsonCreator
    static StartRequest of(
            @JsonProperty("targets") @Nullable List<Target> targets,
            @JsonProperty("hosts") @Nullable List<HostId> hosts,
            @JsonProperty("start") @Nullable StartTime start,
            @JsonProperty("policy") @Nullable JsonNode policy) {
        var request = new UpgradeRequest(
                whole("targets", requireNonNullElse(targets, List.of())),
                whole("hosts", requireNonNullElse(hosts, List.of())));
        var overrides = policy == null || policy.isNull() ? JsonNodeFactory.instance.objectNode() : policy;
        return new StartRequest(request, requireNonNullElse(start, StartTime.NOW), overrides);
    }

    private static <T> List<T> whole(String name, List<T> given) {
        if (given.stream().anyMatch(item -> item == null)) {
            throw new IllegalArgumentException(name + " has a null in it");
        }
        return given;
    }
}
