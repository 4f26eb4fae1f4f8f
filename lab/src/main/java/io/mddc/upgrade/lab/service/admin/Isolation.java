package io.mddc.upgrade.lab.service.admin;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/** Why a part takes no new work, and who may lift it. Survives restart and upgrade; the expiry only raises a question. */
public record Isolation(String owner, String reason, Instant since, Instant expires) {
    public Isolation {
        requireNonNull(owner, "owner is missing");
        requireNonNull(reason, "reason is missing");
        requireNonNull(since, "since is missing");
        requireNonNull(expires, "expires is missing");
    }
}
