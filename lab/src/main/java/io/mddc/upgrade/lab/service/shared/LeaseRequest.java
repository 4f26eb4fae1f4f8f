package io.mddc.upgrade.lab.service.shared;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;

/**
 * A Core says that it lives.
 *
 * @param session new for each process
 * @param number grows with each request of a session, so that a late one changes nothing
 */
public record LeaseRequest(String session, long number, boolean takingWork, String version, Instant startedAt) {
    public LeaseRequest {
        requireNonNull(session, "session is missing");
        requireNonNull(version, "version is missing");
        requireNonNull(startedAt, "startedAt is missing");
    }

    CoreRecord.LifeSign sign() {
        return new CoreRecord.LifeSign(session, version, startedAt, Optional.empty());
    }
}
