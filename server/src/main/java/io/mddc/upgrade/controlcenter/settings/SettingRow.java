package io.mddc.upgrade.controlcenter.settings;

import io.mddc.upgrade.cluster.SettingName;
import java.time.Instant;
import java.util.Optional;

/**
 * A setting as it is stored.
 *
 * @param document JSON
 * @param changedAt empty as long as it is as it was delivered
 */
public record SettingRow(SettingName name, String document, String changedBy, Optional<Instant> changedAt) {}
