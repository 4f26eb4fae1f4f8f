package io.mddc.upgrade.controlcenter.upgrades.live;

import com.fasterxml.jackson.databind.JsonNode;
import io.mddc.upgrade.cluster.InstanceId;
import io.mddc.upgrade.cluster.UpgradeId;
import java.util.Optional;

/** What a host says while it works on an instance. */
@FunctionalInterface
public interface Heartbeats {
    /** Empty when nothing is being done, or not for this upgrade, or nothing was said yet. */
    Optional<JsonNode> latest(UpgradeId upgrade, InstanceId instance);
}
