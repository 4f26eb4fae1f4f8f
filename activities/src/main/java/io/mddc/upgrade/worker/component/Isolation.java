package io.mddc.upgrade.worker.component;

import java.time.Instant;
import java.util.Optional;

/** Takes one instance out of new work, and back. Each call asks once and throws {@link ComponentSilent} when it gets no answer. */
public interface Isolation {
    /** The owner of its isolation; empty when it takes new work. */
    Optional<String> by();

    /** Takes it out of new work; again by the same owner changes nothing. Throws {@link IsolatedByAnother}. */
    void begin(String owner, String reason, Instant expires);

    /** Ends the isolation of this owner; nothing happens when there is none. Throws {@link IsolatedByAnother}. */
    void end(String owner);
}
