package io.mddc.upgrade.controlcenter.hold;

import io.mddc.upgrade.cluster.UpgradeId;
import io.mddc.upgrade.run.UpgradeState;
import java.time.Duration;
import java.util.Optional;

/** The row that holds the cluster, as the database has it. */
@FunctionalInterface
public interface HeldCluster {
    Optional<Holder> holder();

    /**
     * @param silentHost a host that was silent for so long is not waited for
     */
    record Holder(UpgradeId upgrade, UpgradeState state, Duration silentHost) {}
}
