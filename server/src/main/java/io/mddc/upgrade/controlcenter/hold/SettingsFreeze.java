package io.mddc.upgrade.controlcenter.hold;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.common.hash.Hashing;
import io.mddc.upgrade.cluster.Sha256;
import io.mddc.upgrade.cluster.UpgradeId;
import io.mddc.upgrade.controlcenter.hold.HoldDao.HeldRow;
import java.time.Instant;
import java.util.Optional;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;

/**
 * The settings are frozen exactly while a row holds the cluster; nothing else says so. Who takes the cluster and who writes a
 * setting both lock the settings first, so one of them comes after the other and sees it.
 */
public final class SettingsFreeze {
    private SettingsFreeze() {}

    /** In the transaction in which the upgrade takes the cluster: notes which settings it found. */
    public static void note(Handle handle, UpgradeId upgrade, Instant now) {
        var hold = handle.attach(HoldDao.class);
        var digests = new TreeMap<String, String>();
        hold.lockSettings()
                .forEach(setting ->
                        digests.put(setting.name(), digest(setting.document()).value()));
        hold.updateHeld(upgrade, now, digests);
        WatchedSettings.note(handle, upgrade);
    }

    /** Who freezes them; of the same moment as whatever else the transaction reads after it has locked a setting. */
    public static Optional<Frozen> by(Handle handle) {
        return handle.attach(HoldDao.class).findHeld().map(SettingsFreeze::frozen);
    }

    public static Sha256 digest(String document) {
        return new Sha256(Hashing.sha256().hashString(document, UTF_8).toString());
    }

    private static Frozen frozen(HeldRow row) {
        return new Frozen(row.id(), row.heldSince());
    }

    /**
     * @param since empty for an upgrade that an older version of this product started
     */
    public record Frozen(UpgradeId upgrade, Optional<Instant> since) {}
}
