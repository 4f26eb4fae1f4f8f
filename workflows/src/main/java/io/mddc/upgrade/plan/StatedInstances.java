package io.mddc.upgrade.plan;

import static java.util.Objects.requireNonNull;

import io.mddc.upgrade.cluster.HostId;
import io.mddc.upgrade.cluster.InstanceId;
import io.mddc.upgrade.cluster.Platform;
import java.util.Map;
import java.util.Optional;

/**
 * Instances on hosts without a worker of ours: a person states what they are, and no report says more.
 *
 * @param platforms what the host of each installs
 * @param askedFrom the host whose worker asks them; empty when none is known
 */
public record StatedInstances(Map<InstanceId, Platform> platforms, Optional<HostId> askedFrom) {
    public static final StatedInstances NONE = new StatedInstances(Map.of(), Optional.empty());

    public StatedInstances {
        platforms = Map.copyOf(platforms);
        requireNonNull(askedFrom, "askedFrom");
    }

    boolean has(InstanceId instance) {
        return platforms.containsKey(instance);
    }
}
