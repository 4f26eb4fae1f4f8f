package io.mddc.upgrade.plan;

import static java.util.Objects.requireNonNull;

import io.mddc.upgrade.cluster.HostId;
import java.net.URI;

/**
 * How an instance is verified whose host has no worker of ours: another host's worker asks it. A person installs there, and
 * nothing of ours takes it out of work, reads its package database or puts anything back.
 *
 * @param by the host whose worker asks
 * @param address where the instance answers
 */
public record Asked(HostId by, URI address) {
    /** What an answer over HTTP does not show. */
    public static final String UNPROVEN =
            "that the file was installed byte for byte (no package database is read), that its"
                    + " process is a new one, and that nothing was in work";

    public Asked {
        requireNonNull(by, "by");
        requireNonNull(address, "address");
    }
}
