package io.mddc.upgrade.contract;

import io.mddc.upgrade.run.WorkInProgress;

/** The instance said itself that it takes no new work; this is what it still had and what it was. */
public record Isolated(WorkInProgress work, Baseline baseline) {}
