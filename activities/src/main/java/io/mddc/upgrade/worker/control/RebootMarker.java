package io.mddc.upgrade.worker.control;

import java.time.Instant;
import java.util.Optional;

/** Where the packages of a host ask for it to be started again. */
public interface RebootMarker {
    /** Why, in a few words; empty when nobody asks for it. */
    default Optional<String> reason() {
        return reasonSince(Instant.MIN);
    }

    /** The same, if it was asked for then or later. */
    Optional<String> reasonSince(Instant moment);
}
