package io.mddc.upgrade.lab.ledger;

import java.util.List;

/**
 * Both books, counted.
 *
 * @param accepted ids the client was promised
 * @param finished with a verdict other than FAILED
 * @param failed with the verdict FAILED, each charged to one of the three causes
 * @param lost accepted and without a final verdict after the waiting
 * @param inFlight the same before the waiting has ended
 * @param wrongVerdict finished with another answer than the known one
 * @param checks files of operators; in none of the other numbers
 */
public record Balance(
        int accepted,
        int finished,
        int failed,
        int failedByUpgrade,
        int failedByPackage,
        int failedByKill,
        int lost,
        int inFlight,
        int wrongVerdict,
        int checks,
        List<Discrepancy> discrepancies) {
    public Balance {
        discrepancies = List.copyOf(discrepancies);
    }

    /** Every accepted file is in exactly one place, on both sides. */
    public boolean closes() {
        return discrepancies.isEmpty()
                && accepted == finished + failed + inFlight + lost
                && failed == failedByUpgrade + failedByPackage + failedByKill;
    }
}
