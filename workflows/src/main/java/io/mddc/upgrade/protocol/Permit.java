package io.mddc.upgrade.protocol;

import io.mddc.upgrade.cluster.HostId;
import io.mddc.upgrade.cluster.InstanceId;
import io.mddc.upgrade.cluster.OperationId;
import io.mddc.upgrade.cluster.Sha256;
import io.mddc.upgrade.run.Step;
import java.time.Instant;
import java.util.Optional;

/** The control center's yes: it names everything the worker checks before it begins. A no is a 409 problem. */
public record Permit(
        HostId host,
        OperationId operation,
        Step step,
        Optional<Sha256> digest,
        Optional<InstanceId> forReboot,
        Instant grantedAt) {
    /** The type of the problem that is worth asking again: nothing is wrong with the task. */
    public static final String EMERGENCY_STOP = "/problems/emergency-stop";

    /** Whether it is the yes to that request of that host. */
    public boolean isFor(HostId asking, PermitRequest request) {
        return host.equals(asking)
                && operation.equals(request.operation())
                && step == request.step()
                && digest.equals(request.digest())
                && forReboot.equals(request.forReboot());
    }
}
