package io.mddc.upgrade.controlcenter.hold;

import io.mddc.upgrade.cluster.UpgradeId;
import io.mddc.upgrade.run.UpgradeState;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The row that holds the cluster, as the database has it. */
public interface HeldCluster {
    Optional<Holder> holder();

    /** Says of an upgrade without a workflow what its end waits for; what is said already is not said again. */
    void ending(UpgradeId upgrade, String sentence, String others);

    /** Upgrades that wait for their time and hold nothing. */
    List<UpgradeId> waiting();

    /**
     * @param silentHost a host that was silent for so long is not waited for
     */
    record Holder(UpgradeId upgrade, UpgradeState state, Duration silentHost) {}
}
