package io.mddc.upgrade.lab.ledger;

import java.time.Instant;
import java.util.Optional;

/**
 * A file as the shared services hold it.
 *
 * @param core the instance that took it last; empty when none did
 * @param taken when that was
 * @param ended when its verdict was stored
 */
public record ServicesEntry(
        String id, Optional<Verdict> verdict, Optional<String> core, Optional<Instant> taken, Optional<Instant> ended) {
    /** The instance had it in work at that moment. */
    public boolean isInWorkOf(String instance, Instant at) {
        return core.filter(instance::equals).isPresent()
                && taken.filter(begin -> !begin.isAfter(at)).isPresent()
                && ended.map(end -> end.isAfter(at)).orElse(true);
    }
}
