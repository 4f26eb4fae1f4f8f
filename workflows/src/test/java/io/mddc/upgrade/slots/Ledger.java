package io.mddc.upgrade.slots;

import io.mddc.upgrade.run.UnitState;
import io.mddc.upgrade.slots.Slots.Rules;

/** What a stage was told so far, counted apart from {@link Slots}. */
final class Ledger {
    private final Rules rules;
    private int concurrency;
    private int allowed;
    private int successes;
    private int failures;
    private int mostFailures = Integer.MAX_VALUE;
    private boolean paused;
    private boolean approved;

    Ledger(Rules rules) {
        this.rules = rules;
        this.concurrency = rules.concurrency();
        this.allowed = rules.failureBudget();
    }

    void ended(UnitState end) {
        if (end == rules.goal()) {
            successes++;
        } else if (end == UnitState.FAILED || end == UnitState.ROLLED_BACK) {
            failures++;
            if (successes == 0) {
                allowed = Math.min(allowed, failures);
            }
        }
    }

    void pause() {
        paused = true;
    }

    void resume() {
        paused = false;
        mostFailures = Integer.MAX_VALUE;
        allowed = Math.max(allowed, failures + 1);
    }

    void approve() {
        approved = true;
    }

    void concurrency(int units) {
        concurrency = units;
    }

    int failures() {
        return failures;
    }

    /** Once spent, only those in work can still fail. */
    int mostFailures(int inWork) {
        mostFailures = isSpent() ? Math.min(mostFailures, failures + inWork) : mostFailures;
        return mostFailures;
    }

    boolean isPaused() {
        return paused;
    }

    boolean isSpent() {
        return failures >= allowed;
    }

    boolean awaitsApproval() {
        return rules.approval() && !approved && successes > 0;
    }

    boolean mayBegin() {
        return !isPaused() && !isSpent() && !awaitsApproval();
    }

    boolean hasSucceeded() {
        return successes > 0;
    }

    /** One until the first success, then twice as many with each. */
    int allowedInWork() {
        long doubled = 1;
        for (int i = 0; i < successes && doubled < concurrency; i++) {
            doubled *= 2;
        }
        return hasSucceeded() ? (int) Math.min(doubled, concurrency) : 1;
    }
}
