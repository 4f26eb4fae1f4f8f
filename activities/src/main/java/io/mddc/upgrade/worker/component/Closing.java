package io.mddc.upgrade.worker.component;

import java.time.Duration;
import java.util.Optional;

/**
 * Has a gateway refuse files and downloads while it stays up, and reaches through it meanwhile. Each call asks once and throws
 * {@link ComponentSilent} when it gets no answer.
 */
public interface Closing {
    State state();

    /** Kept over its restart; another owner's is replaced, since closed it stays. */
    void begin(String owner, String reason, Duration retryAfter);

    /** Ends the closing of this owner; nothing happens when there is none. */
    void end(String owner);

    /** Sends a file the way all files go; gives the id to ask by. */
    String submit(String fileName, byte[] content);

    /** In a Core's own words; empty while it is not finished. */
    Optional<String> verdict(String id);

    /** How many bytes came of the processed file. */
    int fetch(String id);

    /**
     * @param by whose closing is in force; empty when it is open
     * @param openSubmissions that were let in before
     */
    record State(Optional<String> by, long openSubmissions, Duration sinceSubmission) {}
}
