package io.mddc.upgrade.cluster;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.net.URI;
import java.util.Optional;

/**
 * One running copy of a component on one host, as its host's worker last saw it.
 *
 * @param installed what the host's package database shows; empty when nothing is installed or it could not be read
 * @param running what the running process answers for its version, without epoch and revision; empty when it does not answer
 * @param isolatedBy the owner of its isolation; empty when it takes new work
 */
public record Instance(
        InstanceId id,
        Component component,
        HostId host,
        URI address,
        Optional<Version> installed,
        String running,
        Health health,
        String isolatedBy) {
    public Instance {
        requireNonNull(id, "id");
        requireNonNull(component, "component");
        requireNonNull(host, "host");
        requireNonNull(address, "address");
        requireNonNull(installed, "installed");
        requireNonNull(running, "running");
        requireNonNull(health, "health");
        requireNonNull(isolatedBy, "isolatedBy");
    }

    /** Ready and taking work. */
    @JsonIgnore
    public boolean isActive() {
        return health == Health.READY && isolatedBy.isEmpty();
    }
}
