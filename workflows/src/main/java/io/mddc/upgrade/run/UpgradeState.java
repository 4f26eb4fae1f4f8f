package io.mddc.upgrade.run;

/** Where a whole upgrade is. */
public enum UpgradeState {
    /** Its row is written, its workflow is being started. */
    STARTING,
    RUNNING,
    /** Units have ended or were taken out; isolations are released, the report is written, the cluster given back. */
    ENDING,
    ENDED
}
