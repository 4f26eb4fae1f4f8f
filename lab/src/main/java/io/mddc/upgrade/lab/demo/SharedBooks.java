package io.mddc.upgrade.lab.demo;

import io.mddc.upgrade.lab.ledger.Purpose;
import io.mddc.upgrade.lab.ledger.ServicesEntry;
import io.mddc.upgrade.lab.ledger.Verdict;
import io.mddc.upgrade.lab.service.shared.ActiveCount;
import io.mddc.upgrade.lab.service.shared.FileRecord;
import io.mddc.upgrade.lab.service.shared.Sender;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The shared services' records in the ledger's words. */
final class SharedBooks {
    private SharedBooks() {}

    static ServicesEntry entry(FileRecord file) {
        return new ServicesEntry(
                file.dataId(),
                file.sender() == Sender.CLIENT ? Purpose.WORK : Purpose.CHECK,
                file.verdict().map(verdict -> verdict(verdict.result())),
                file.taken().map(FileRecord.Taken::core),
                file.taken().map(FileRecord.Taken::at),
                file.verdict().map(FileRecord.Verdict::at));
    }

    private static Verdict verdict(String result) {
        return switch (result) {
            case "Allowed" -> Verdict.ALLOWED;
            case "Blocked" -> Verdict.BLOCKED;
            case "Failed" -> Verdict.FAILED;
            default -> throw new IllegalStateException("the shared services hold the unknown result " + result);
        };
    }

    /**
     * The fewest that were active at any moment between the two; empty when the history does not reach back so far.
     *
     * @param history changes, oldest first
     */
    static Optional<Integer> fewest(List<ActiveCount> history, Instant begin, Instant end) {
        int fewest = Integer.MAX_VALUE;
        int current = Integer.MAX_VALUE;
        for (var change : history) {
            if (change.at().isAfter(end)) {
                break;
            }
            if (change.at().isAfter(begin)) {
                fewest = Math.min(fewest, current);
            }
            current = change.active();
        }
        fewest = Math.min(fewest, current);
        return fewest == Integer.MAX_VALUE ? Optional.empty() : Optional.of(fewest);
    }
}
