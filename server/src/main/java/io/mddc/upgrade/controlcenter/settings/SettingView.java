package io.mddc.upgrade.controlcenter.settings;

import io.mddc.upgrade.cluster.HostId;
import io.mddc.upgrade.cluster.InstanceId;
import io.mddc.upgrade.cluster.Setting;
import io.mddc.upgrade.cluster.SettingName;
import io.mddc.upgrade.cluster.Sha256;
import io.mddc.upgrade.cluster.UpgradeId;
import io.mddc.upgrade.controlcenter.hold.WatchedRow;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A setting as people and scripts see it.
 *
 * @param digest its ETag
 * @param changedAt empty as long as it is as it was delivered
 * @param watched the same setting of control centers of the vendor's, which nobody of ours can lock
 * @param frozenBy the upgrade that holds the cluster; while there is one the setting cannot be written
 */
public record SettingView(
        SettingName name,
        Setting value,
        Sha256 digest,
        String changedBy,
        Optional<Instant> changedAt,
        Optional<UpgradeId> frozenBy,
        Optional<Instant> frozenSince,
        List<Watched> watched) {
    /**
     * @param changedAt since when it was seen as it is
     * @param readAt when it was read last
     */
    public record Watched(
            InstanceId controlCenter,
            HostId host,
            String standing,
            Sha256 digest,
            String document,
            Instant changedAt,
            Instant readAt) {
        static Watched of(WatchedRow row) {
            return new Watched(
                    row.setting().controlCenter(),
                    row.host(),
                    "watched, not locked, on " + row.host(),
                    row.setting().digest(),
                    row.setting().document(),
                    row.changedAt(),
                    row.readAt());
        }
    }
}
