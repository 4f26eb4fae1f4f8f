package io.mddc.upgrade.controlcenter.hold;

import io.mddc.upgrade.cluster.OperationId;
import io.mddc.upgrade.cluster.UpgradeId;
import java.time.Duration;
import java.util.List;

/** Installs that workers reported as begun and not ended. */
@FunctionalInterface
public interface OpenInstalls {
    /**
     * @param silentHost a host that was silent for so long no longer counts: no dead host keeps the cluster
     */
    List<OperationId> of(UpgradeId upgrade, Duration silentHost);
}
