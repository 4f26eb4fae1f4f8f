package io.mddc.upgrade.workflow;

/** What a workflow worker registers. */
public final class UpgradeWorkflows {
    private static final Class<?>[] ALL = {
        SystemUpgradeImpl.class, StageUpgradeImpl.class, DeferralUpgradeImpl.class, CleanupImpl.class
    };

    private UpgradeWorkflows() {}

    public static Class<?>[] implementations() {
        return ALL.clone();
    }
}
