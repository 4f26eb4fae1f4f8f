package io.mddc.upgrade.workflow;

import java.time.Duration;

/** What a workflow worker registers, and what every start of a workflow sets. */
public final class UpgradeWorkflows {
    /** A control center that dies in a workflow task is missed after this, and its successor gets the task. */
    public static final Duration TASK_TIMEOUT = Duration.ofSeconds(4);

    private static final Class<?>[] ALL = {
        SystemUpgradeImpl.class,
        StageUpgradeImpl.class,
        StageRollbackImpl.class,
        DeferralUpgradeImpl.class,
        InstallerUpgradeImpl.class,
        UnitRollbackImpl.class,
        CleanupImpl.class
    };

    private UpgradeWorkflows() {}

    public static Class<?>[] implementations() {
        return ALL.clone();
    }
}
