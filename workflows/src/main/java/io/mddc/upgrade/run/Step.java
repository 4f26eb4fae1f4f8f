package io.mddc.upgrade.run;

/** The five durable steps of a unit, in their order, and the way back that the last three may end in. */
public enum Step {
    UPLOAD,
    DRAIN,
    INSTALL,
    VERIFY,
    MONITOR,
    /** The former package is put back. */
    WAY_BACK,
    /** No unit's: gateways are closed, and what depends on a stage is stopped and started around it. */
    MAINTENANCE
}
