package io.mddc.upgrade.controlcenter.hold;

import io.mddc.upgrade.protocol.WatchedSetting;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The watched settings as an upgrade knows them: as it found them when it took the cluster, then as they were when it was paused
 * for a change.
 *
 * @param changes so many changes were told so far
 * @param settings none for an upgrade that an older version of this product started
 */
public record KnownSettings(int changes, List<WatchedSetting> settings) {
    public KnownSettings {
        settings = settings == null ? List.of() : List.copyOf(settings);
    }

    /** As it was known; empty for one that is read for the first time. */
    Optional<WatchedSetting> before(WatchedSetting now) {
        return settings.stream().filter(now::isOf).findFirst();
    }

    /** Whether it was known, and as something else. */
    boolean isChanged(WatchedSetting now) {
        return before(now).filter(known -> !known.digest().equals(now.digest())).isPresent();
    }

    /** With what is read now; what cannot be read stays as it was known. */
    KnownSettings with(List<WatchedSetting> read, int more) {
        var all = new ArrayList<>(read);
        settings.stream().filter(known -> read.stream().noneMatch(known::isOf)).forEach(all::add);
        return new KnownSettings(changes + more, all);
    }
}
