package io.mddc.upgrade.lab.service.shared;

import java.time.Instant;
import java.util.Optional;

/** One accepted file in the books of the shared services. */
public record FileRecord(
        String dataId, FileState state, Instant acceptedAt, Optional<Taken> taken, Optional<Verdict> verdict) {

    /** Who has or had it in work. */
    public record Taken(String core, String session, Instant at) {}

    /**
     * Final, never changed again.
     *
     * @param result {@code Allowed}, {@code Blocked} or {@code Failed}
     * @param scanResult {@code No Threat Detected}, {@code Infected} or {@code Failed}
     * @param sha256 of the submitted bytes; empty when failed
     */
    public record Verdict(String result, String scanResult, String sha256, String processedBlob, Instant at) {}
}
