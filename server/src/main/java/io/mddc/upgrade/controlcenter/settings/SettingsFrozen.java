package io.mddc.upgrade.controlcenter.settings;

import io.mddc.upgrade.cluster.SettingName;
import io.mddc.upgrade.controlcenter.hold.SettingsFreeze.Frozen;
import io.mddc.upgrade.controlcenter.rest.Refusal;
import java.time.temporal.ChronoUnit;
import java.util.Map;

/** An upgrade holds the cluster, so nobody changes what it runs under. */
public final class SettingsFrozen extends Refusal {
    private static final int LOCKED = 423;

    SettingsFrozen(SettingName name, Frozen by) {
        super(
                LOCKED,
                "The setting %s is frozen: upgrade %s holds the cluster%s. Change it when that has ended."
                        .formatted(
                                name.word(),
                                by.upgrade(),
                                by.since()
                                        .map(since -> " since " + since.truncatedTo(ChronoUnit.SECONDS))
                                        .orElse("")),
                by.since()
                        .<Map<String, Object>>map(since -> Map.of("upgradeId", by.upgrade(), "since", since))
                        .orElseGet(() -> Map.of("upgradeId", by.upgrade())));
    }
}
