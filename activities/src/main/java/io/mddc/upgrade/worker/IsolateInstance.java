package io.mddc.upgrade.worker;

import io.mddc.upgrade.contract.HostOrders.Isolate;
import io.mddc.upgrade.contract.Isolated;
import io.mddc.upgrade.protocol.PermitRequest;
import io.mddc.upgrade.worker.component.IsolatedByAnother;
import io.mddc.upgrade.workflow.WorkflowIds;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Idempotent because the component keeps an isolation by its owner, which is the upgrade. */
final class IsolateInstance {
    private static final Logger LOG = LoggerFactory.getLogger(IsolateInstance.class);

    private final LocalInstances instances;
    private final Permits permits;
    private final Heartbeat heartbeat;

    IsolateInstance(LocalInstances instances, Permits permits, Heartbeat heartbeat) {
        this.instances = instances;
        this.permits = permits;
        this.heartbeat = heartbeat;
    }

    Isolated isolate(Isolate order) {
        var instance = instances.get(order.operation().instance());
        var owner = WorkflowIds.ofUpgrade(order.operation().upgrade());
        requireNotAnothers(instance, owner);
        var request = new PermitRequest(order.operation(), order.step(), Optional.empty());
        permits.perform(request, heartbeat, granted -> {
            instance.client().isolate(owner, order.reason(), order.expires());
            return Optional.of(Duration.ZERO);
        });
        heartbeat.until(
                () -> requireNotAnothers(instance, owner),
                () -> instance.id() + " does not say yet that it is isolated");
        var work = instance.client().work();
        LOG.info(
                "{} is isolated for {}: {}",
                instance.id(),
                owner,
                work.inProgress().sentence());
        return new Isolated(work.inProgress(), instance.baseline(work));
    }

    /** Our own isolation as the instance itself reports it; empty when it reports none. */
    private static Optional<String> requireNotAnothers(LocalInstance instance, String owner) {
        var isolatedBy = instance.client().isolatedBy();
        isolatedBy.filter(other -> !other.equals(owner)).ifPresent(other -> {
            throw new IsolatedByAnother(other);
        });
        return isolatedBy;
    }
}
