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
    /** The drain limit passed with files left, and a person is to say what happens. */
    ASK,
    /** A person gives it more time to drain. */
    EXTEND,
    /** It is stopped with files in work: they fail, and are listed. */
    FAIL_FILES,
    /** It goes back to work with its files and comes again later. */
    RETURN,
    /** The package database shows the target version. */
    INSTALLED,
    /** A new process reports the target version, gave the known answers and takes work again. */
    VERIFIED,
    /** Watched for the soak, no regression. */
    SOAKED,
    /** It was to be installed by a person, who had not begun. */
    NOT_BEGUN,
    /** The current step cannot be done. */
    STEP_FAILED,
    /** The current step cannot be done, and the former package is not there to be put back. */
    NO_WAY_BACK,
    /** The upgrade is rolled back. */
    GO_BACK,
    /** The former version is installed, gave the known answers and takes work again. */
    WENT_BACK,
    /** A person leaves it out. */
    SKIP,
    /** A person begins it anew. */
    RETRY,
    /** The upgrade is aborted. */
    CANCEL,
    /** It takes work again on the version it had, and stays so. */
    RETURNED,
    /** It takes work again on the version it had, and waits for its turn at the end of the queue. */
    RETURNED_TO_QUEUE,
    /** It takes work again on the version it had, after a cancel. */
    RETURNED_BY_CANCEL
}
