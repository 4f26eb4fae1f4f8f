package io.mddc.upgrade.controlcenter.upgrades;

import io.mddc.upgrade.cluster.UpgradeId;
import java.util.List;
import java.util.Optional;

/** Reading upgrades, for the API, the console and whoever else shows them. */
public interface UpgradeQueries {
    Optional<UpgradeView> find(UpgradeId id);

    /** Throws {@link UnknownUpgrade}. */
    default UpgradeView get(UpgradeId id) {
        return find(id).orElseThrow(() -> new UnknownUpgrade(id));
    }

    /** The one that holds the cluster. */
    Optional<UpgradeView> holder();

    /**
     * Newest first.
     *
     * @param after only older ones than this; empty from the newest
     */
    List<UpgradeView> list(Optional<UpgradeId> after, int limit);

    /**
     * Oldest first.
     *
     * @param after only later lines than this; 0 from the beginning
     */
    List<EventView> events(UpgradeId id, long after, int limit);

    /** Newest first. */
    List<EventView> newestEvents(UpgradeId id, int limit);
}
