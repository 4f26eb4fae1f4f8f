package io.mddc.upgrade.run;

/** Where a whole upgrade is. */
public enum UpgradeState {
    /** Its row is written, its workflow is being started. */
    STARTING,
    /** It waits for its start or its next maintenance window, and does not hold the cluster. */
    SCHEDULED,
    /** A stage waits for a person to let it begin. */
    AWAITING_APPROVAL,
    RUNNING,
    /** No unit begins any more; those in work finish. */
    PAUSING,
    /** No unit is in work and none begins. */
    PAUSED,
    /** Units have ended or were taken out; isolations are released, the report is written, the cluster given back. */
    ENDING,
    ENDED
}
