package io.mddc.upgrade.run;

/** What can happen to a unit. */
public enum UnitEvent {
    /** The stage created it. */
    BEGUN,
    /** The package is on the host, its digest is the plan's. */
    UPLOADED,
    /** The stage gave it a slot. */
    GO,
    /** Nothing is in progress on the isolated instance. */
    DRAINED,
    /** The drain limit passed with files left. */
    DRAIN_LIMIT_PASSED,
    /** The package database shows the target version. */
    INSTALLED,
    /** A new process reports the target version, gave the known answers and takes work again. */
    VERIFIED,
    /** Watched for the soak, no regression. */
    SOAKED,
    /** The current step cannot be done. */
    STEP_FAILED,
    /** The upgrade is aborted. */
    CANCEL,
    /** It takes work again on the version it had, after a step failed or the drain limit passed. */
    RETURNED,
    /** The same, after a cancel. */
    RETURNED_BY_CANCEL
}
