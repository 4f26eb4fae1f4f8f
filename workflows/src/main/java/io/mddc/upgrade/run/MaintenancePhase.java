package io.mddc.upgrade.run;

/** Where the maintenance mode of an upgrade is. In all but the first and the last two the gateways refuse files, or may. */
public enum MaintenancePhase {
    /** Nothing is touched: a moment without submissions is waited for. */
    QUIET,
    /** Gateways begin to refuse files and downloads. */
    CLOSING,
    /** What was accepted is finished. */
    FINISHING,
    /** The Cores are stopped. */
    STOPPING,
    /** No new file can exist: the stage runs. */
    CLOSED,
    /** The Cores are started. */
    STARTING,
    /** A file goes the whole way. */
    CHECKING,
    /** It came through: gateways accept files again. */
    OPENING,
    OPEN,
    /** It is not known to work: gateways refuse files until a person has repaired it. */
    STAYS_CLOSED;

    /** Effects on gateways and Cores are part of it. */
    public boolean isInForce() {
        return this != QUIET && this != OPEN && this != STAYS_CLOSED;
    }
}
