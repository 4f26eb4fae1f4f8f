package io.mddc.upgrade.lab.service.gateway;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * Why a gateway takes no files and delivers none, and who may open it. Survives restart and upgrade.
 *
 * @param retryAfterSeconds when clients may ask again, as they are told
 */
record Closure(String owner, String reason, Instant since, int retryAfterSeconds) {
    Closure {
        requireNonNull(owner, "owner is missing");
        requireNonNull(reason, "reason is missing");
        requireNonNull(since, "since is missing");
        checkArgument(retryAfterSeconds > 0, "retryAfterSeconds is %s: allowed is 1 or more", retryAfterSeconds);
    }

    /** The body of a request to close. */
    record Wanted(String owner, String reason, int retryAfterSeconds) {
        Wanted {
            requireNonNull(owner, "owner is missing");
            requireNonNull(reason, "reason is missing");
            checkArgument(retryAfterSeconds > 0, "retryAfterSeconds is %s: allowed is 1 or more", retryAfterSeconds);
        }
    }
}
