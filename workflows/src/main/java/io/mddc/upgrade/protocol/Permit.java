package io.mddc.upgrade.protocol;

import io.mddc.upgrade.cluster.HostId;
import io.mddc.upgrade.cluster.OperationId;
import io.mddc.upgrade.cluster.Sha256;
import io.mddc.upgrade.run.Step;
import java.time.Instant;
import java.util.Optional;

/** The control center's yes: it names everything the worker checks before it begins. A no is a 409 problem. */
public record Permit(HostId host, OperationId operation, Step step, Optional<Sha256> digest, Instant grantedAt) {
    /** The type of the problem that is worth asking again: nothing is wrong with the task. */
    public static final String EMERGENCY_STOP = "/problems/emergency-stop";
}
