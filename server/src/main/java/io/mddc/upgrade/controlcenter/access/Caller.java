package io.mddc.upgrade.controlcenter.access;

import io.mddc.upgrade.cluster.HostId;
import java.security.Principal;
import java.util.Optional;

/**
 * Who makes a request.
 *
 * @param name as the audit shows it
 * @param host of a worker; empty for people
 */
public record Caller(String name, Role role, Optional<HostId> host) implements Principal {
    @Override
    public String getName() {
        return name;
    }

    /** A worker speaks for its own host and for no other. */
    public void speaksFor(HostId asked) {
        if (!host.equals(Optional.of(asked))) {
            throw new NotAllowed(name + " cannot speak for host " + asked + ": a worker speaks for its own host only.");
        }
    }
}
