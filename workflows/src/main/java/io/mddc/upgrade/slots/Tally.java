package io.mddc.upgrade.slots;

import static com.google.common.base.Preconditions.checkArgument;

import io.mddc.upgrade.run.UnitState;

/** How the units of a stage ended so far: whether another may fail, and how many slots their successes have earned. */
final class Tally {
    private final UnitState goal;
    private int concurrency;
    private int allowedFailures;
    private int failures;
    private int successes;

    Tally(Slots.Rules rules) {
        this.goal = rules.goal();
        this.concurrency = rules.concurrency();
        this.allowedFailures = rules.failureBudget();
    }

    /** Counts what the state says of an end; a canary's failure spends the whole failure budget. */
    void count(UnitState state) {
        if (state == goal) {
            successes++;
        } else if (state == UnitState.FAILED || state == UnitState.ROLLED_BACK) {
            failures++;
            allowedFailures = successes == 0 ? failures : allowedFailures;
        }
    }

    void allowOneMoreFailure() {
        allowedFailures = Math.max(allowedFailures, failures + 1);
    }

    void setConcurrency(int units) {
        checkArgument(units >= 1, "concurrency is %s: allowed is 1 or more", units);
        concurrency = units;
    }

    /** The failure budget is. */
    boolean isSpent() {
        return failures >= allowedFailures;
    }

    int failures() {
        return failures;
    }

    boolean hasSuccess() {
        return successes > 0;
    }

    /** One until the first success, doubled with each, up to the concurrency. */
    int slots() {
        return hasSuccess() ? (int) Math.min(concurrency, 1L << Math.min(successes, 30)) : 1;
    }
}
