package io.mddc.upgrade.lab.ride;

import io.mddc.upgrade.cluster.InstanceId;
import java.util.Locale;

/** What is sent, as REST names it. */
public enum RideCommand {
    PAUSE(To.UPGRADE),
    ABORT(To.UPGRADE),
    ROLLBACK(To.UPGRADE),
    SKIP(To.UNIT),
    RETRY(To.UNIT);

    private final To to;

    /** Whose state says whether it is taken. */
    private enum To {
        UPGRADE,
        UNIT
    }

    RideCommand(To to) {
        this.to = to;
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    boolean isToUnit() {
        return to == To.UNIT;
    }

    /** Below {@code /upgrades/<id>/}. */
    public String path(InstanceId unit) {
        return to == To.UNIT ? "instances/" + unit + "/" + word() : word();
    }
}
