package io.mddc.upgrade.controlcenter.settings;

import io.mddc.upgrade.cluster.SettingName;
import io.mddc.upgrade.controlcenter.rest.Refusal;

/** Somebody else has written it since it was read. */
public final class SettingChanged extends Refusal {
    private static final int PRECONDITION_FAILED = 412;

    SettingChanged(SettingName name, String by) {
        super(
                PRECONDITION_FAILED,
                "The setting " + name.word() + " is not the one you read (If-Match) any more: " + by
                        + " changed it. Read it again, then decide.");
    }
}
