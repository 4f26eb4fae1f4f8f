package io.mddc.upgrade.protocol;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import io.mddc.upgrade.cluster.InstanceId;
import io.mddc.upgrade.cluster.SettingName;
import io.mddc.upgrade.cluster.Sha256;

/**
 * A setting that a control center of the vendor's keeps, as the worker of its host last read it: nobody of ours can lock it.
 *
 * @param digest of the whole document as canonical JSON: keys sorted, nothing between
 * @param document that JSON; empty when it is longer than {@link #LONGEST}
 */
public record WatchedSetting(InstanceId controlCenter, SettingName name, Sha256 digest, String document) {
    /** In characters; what is longer is watched by its digest alone. */
    public static final int LONGEST = 16_384;

    public WatchedSetting {
        requireNonNull(controlCenter, "controlCenter");
        requireNonNull(name, "name");
        requireNonNull(digest, "digest");
        checkArgument(document.length() <= LONGEST, "the document of %s has %s characters", name, document.length());
    }

    /** Whether it is the same setting of the same control center. */
    public boolean isOf(WatchedSetting other) {
        return controlCenter.equals(other.controlCenter) && name == other.name;
    }
}
