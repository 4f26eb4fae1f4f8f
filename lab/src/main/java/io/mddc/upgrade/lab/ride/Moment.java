package io.mddc.upgrade.lab.ride;

import io.mddc.upgrade.run.UnitState;
import java.util.Locale;

/** Where a unit is when the command is sent. */
public enum Moment {
    UPLOAD(UnitState.UPLOADING),
    /** For its turn, while another unit is in work. */
    WAITING(UnitState.WAITING),
    DRAIN(UnitState.DRAINING),
    INSTALL(UnitState.INSTALLING),
    VERIFY(UnitState.VERIFYING),
    MONITOR(UnitState.MONITORING),
    WAY_BACK(UnitState.ROLLING_BACK);

    private final UnitState state;

    Moment(UnitState state) {
        this.state = state;
    }

    public UnitState state() {
        return state;
    }

    /** As it is typed. */
    String word() {
        return name().toLowerCase(Locale.ROOT).replace("_", "");
    }

    /** Nobody was taken out of work yet. */
    boolean isBeforeGo() {
        return this == UPLOAD || this == WAITING;
    }

    /** It rejoins with the version it has. */
    boolean isBeforeInstall() {
        return isBeforeGo() || this == DRAIN;
    }
}
