package io.mddc.upgrade.protocol;

import io.mddc.upgrade.cluster.HostId;
import io.mddc.upgrade.cluster.InstanceId;
import io.mddc.upgrade.cluster.OperationId;
import io.mddc.upgrade.cluster.Sha256;
import io.mddc.upgrade.run.Step;
import java.net.URI;
import java.util.Optional;

/**
 * Asked immediately before a mutating effect.
 *
 * @param digest of the file about to be installed; empty for an effect without one
 * @param forReboot what is about to be touched so that the host of the operation's instance can be started again: another
 *     instance on it is isolated, or, named itself, the host is started again; empty for anything else
 */
public record PermitRequest(OperationId operation, Step step, Optional<Sha256> digest, Optional<InstanceId> forReboot) {
    public PermitRequest(OperationId operation, Step step, Optional<Sha256> digest) {
        this(operation, step, digest, Optional.empty());
    }

    /** Where it is asked: {@code POST /api/v1/workers/{host}/permits}. */
    public static URI path(HostId host) {
        return URI.create("/api/v1/workers/" + host + "/permits");
    }
}
