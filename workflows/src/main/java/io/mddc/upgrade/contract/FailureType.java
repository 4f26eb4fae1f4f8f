package io.mddc.upgrade.contract;

/** The failures an activity reports by name. A retryable one is tried again by the engine; another ends the step. */
public enum FailureType {
    /** The file on the host is not what the plan names; nothing was touched. */
    DIGEST_DIFFERS(false),
    /** The store does not have the package. */
    PACKAGE_UNKNOWN(false),
    /** The installer's own dry run says it would not work. */
    DRY_RUN_REFUSED(false),
    DISK_FULL(true),
    /** The control center, asked for the package or a permit, does not answer. */
    CONTROL_CENTER_SILENT(true),
    /** The step is not recorded as begun: the task is stale. */
    PERMIT_REFUSED(false),
    /** The worker has no such instance in its configuration. */
    INSTANCE_UNKNOWN(false),
    /** Somebody else isolated the instance; theirs is not touched. */
    ISOLATED_BY_ANOTHER(false),
    /** The component does not answer, or not in a way that can be read. */
    COMPONENT_SILENT(true),
    /** An instance still has work and is not stopped. */
    STILL_IN_WORK(false),
    /** What was waited for did not come true within its limit. */
    NOT_IN_TIME(false),
    /** A component did something else than it should. */
    WRONG_ANSWER(false),
    /** The host's service control refuses. */
    SERVICE_FAILED(false),
    /** The worker was restarted; its former attempt is ended by its successor. */
    WORKER_RESTARTED(true);

    private final boolean retryable;

    FailureType(boolean retryable) {
        this.retryable = retryable;
    }

    public boolean retryable() {
        return retryable;
    }
}
