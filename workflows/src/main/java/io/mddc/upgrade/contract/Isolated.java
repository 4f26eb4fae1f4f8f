package io.mddc.upgrade.contract;

import io.mddc.upgrade.run.WorkInProgress;

/**
 * The instance said itself that it takes no new work; this is what it still had and what it was. Or it has no process: then
 * nothing was in work, the baseline is {@link Baseline#OF_NO_PROCESS}, and no isolation could be set.
 */
public record Isolated(WorkInProgress work, Baseline baseline) {}
