package io.mddc.upgrade.controlcenter.hold;

import io.mddc.upgrade.cluster.UpgradeId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings word of changed windows and blackouts to the upgrades that wait for one, so that what they say of it is true at once.
 * What this misses, because the engine does not answer or this process dies, they see for themselves within the hour.
 */
public final class WindowNews {
    private static final Logger log = LoggerFactory.getLogger(WindowNews.class);

    private final HeldCluster cluster;
    private final UpgradeWorkflows workflows;

    public WindowNews(HeldCluster cluster, UpgradeWorkflows workflows) {
        this.cluster = cluster;
        this.workflows = workflows;
    }

    public void tell() {
        cluster.waiting().forEach(this::tell);
    }

    private void tell(UpgradeId upgrade) {
        try {
            workflows.tellWindowsChanged(upgrade);
        } catch (EngineSilent silent) {
            log.warn("Upgrade {} looks at its windows within the hour: {}", upgrade, silent.detail());
        }
    }
}
