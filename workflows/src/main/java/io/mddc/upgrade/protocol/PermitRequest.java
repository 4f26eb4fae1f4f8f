package io.mddc.upgrade.protocol;

import io.mddc.upgrade.cluster.HostId;
import io.mddc.upgrade.cluster.OperationId;
import io.mddc.upgrade.cluster.Sha256;
import io.mddc.upgrade.run.Step;
import java.net.URI;
import java.util.Optional;

/**
 * Asked immediately before a mutating effect.
 *
 * @param digest of the file about to be installed; empty for an effect without one
 */
public record PermitRequest(OperationId operation, Step step, Optional<Sha256> digest) {
    /** Where it is asked: {@code POST /api/v1/workers/{host}/permits}. */
    public static URI path(HostId host) {
        return URI.create("/api/v1/workers/" + host + "/permits");
    }
}
