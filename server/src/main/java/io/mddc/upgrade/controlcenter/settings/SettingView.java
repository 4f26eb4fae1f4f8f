package io.mddc.upgrade.controlcenter.settings;

import io.mddc.upgrade.cluster.Setting;
import io.mddc.upgrade.cluster.SettingName;
import io.mddc.upgrade.cluster.Sha256;
import io.mddc.upgrade.cluster.UpgradeId;
import java.time.Instant;
import java.util.Optional;

/**
 * A setting as people and scripts see it.
 *
 * @param digest its ETag
 * @param changedAt empty as long as it is as it was delivered
 * @param frozenBy the upgrade that holds the cluster; while there is one the setting cannot be written
 */
public record SettingView(
        SettingName name,
        Setting value,
        Sha256 digest,
        String changedBy,
        Optional<Instant> changedAt,
        Optional<UpgradeId> frozenBy,
        Optional<Instant> frozenSince) {}
