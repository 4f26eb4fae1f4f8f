package io.mddc.upgrade.worker.component;

import java.time.Instant;
import java.util.Optional;

/** What an upgrade asks of one instance. Each call asks once and throws {@link ComponentSilent} when it gets no answer. */
public interface ComponentClient {
    /** What the running process says it is, without epoch and revision. */
    String version();

    /** It says itself that it is ready. */
    boolean isReady();

    Work work();

    Engines engines();

    /** The owner of its isolation; empty when it takes new work. */
    Optional<String> isolatedBy();

    /** Takes it out of new work; again by the same owner changes nothing. Throws {@link IsolatedByAnother}. */
    void isolate(String owner, String reason, Instant expires);

    /** Ends the isolation of this owner; nothing happens when there is none. Throws {@link IsolatedByAnother}. */
    void rejoin(String owner);

    /** Hands it a file directly, past all queues, and gives the id to ask for the verdict by. */
    String scan(String fileName, byte[] content);

    /** In the component's own words; empty while it is not finished. */
    Optional<String> verdict(String scanId);
}
