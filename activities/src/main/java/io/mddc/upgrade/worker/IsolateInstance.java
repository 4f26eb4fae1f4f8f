package io.mddc.upgrade.worker;

import io.mddc.upgrade.contract.Baseline;
import io.mddc.upgrade.contract.HostOrders.Isolate;
import io.mddc.upgrade.contract.Isolated;
import io.mddc.upgrade.protocol.PermitRequest;
import io.mddc.upgrade.run.WorkInProgress;
import io.mddc.upgrade.worker.component.ComponentSilent;
import io.mddc.upgrade.worker.component.IsolatedByAnother;
import io.mddc.upgrade.worker.component.Isolation;
import io.mddc.upgrade.worker.control.Absence;
import io.mddc.upgrade.workflow.WorkflowIds;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Idempotent because the component keeps an isolation by its owner, which is the upgrade. A silent instance without a process
 * takes no work: under a permit that is said, and nothing is set, for there is nobody to keep it.
 */
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
        var instance = instances.get(order.instance());
        if (instance.client().isolation().isEmpty()) {
            return asItIs(instance);
        }
        var owner = WorkflowIds.ofUpgrade(order.operation().upgrade());
        var absence = new Absence(instance.service());
        boolean answers = heartbeat.until(
                () -> answers(instance, owner, absence), () -> instance.id() + " is silent and has no process");
        var request = new PermitRequest(order.operation(), order.step(), Optional.empty(), order.neighbour());
        if (!answers) {
            return permits.perform(request, heartbeat, granted -> Optional.of(withoutProcess(instance, absence)));
        }
        permits.perform(request, heartbeat, granted -> {
            isolation(instance).begin(owner, order.reason(), order.expires());
            return Optional.of(Duration.ZERO);
        });
        return readBack(instance, owner);
    }

    /** Nothing is changed on one that cannot be isolated: it has no work to wait for, and may be silent. */
    private Isolated asItIs(LocalInstance instance) {
        var absence = new Absence(instance.service());
        return heartbeat.until(() -> seen(instance, absence), () -> instance.id() + " does not answer");
    }

    private static Optional<Isolated> seen(LocalInstance instance, Absence absence) {
        try {
            var work = instance.work();
            return Optional.of(new Isolated(work.inProgress(), instance.baseline(work)));
        } catch (ComponentSilent silent) {
            return absence.hasLasted(instance.noProcess())
                    ? Optional.of(withoutProcess(instance, absence))
                    : Optional.empty();
        }
    }

    /** Empty while that is open. Throws {@link ComponentSilent} when it has a process. */
    private static Optional<Boolean> answers(LocalInstance instance, String owner, Absence absence) {
        try {
            requireNotAnothers(instance, owner);
            return Optional.of(true);
        } catch (ComponentSilent silent) {
            if (absence.hasLasted(instance.noProcess())) {
                return Optional.of(false);
            }
            if (absence.isSuspected()) {
                return Optional.empty();
            }
            throw silent;
        }
    }

    private static Isolated withoutProcess(LocalInstance instance, Absence absence) {
        if (!absence.hasLasted(instance.noProcess())) {
            throw new ComponentSilent(instance.id() + " was without a process, and has one again");
        }
        LOG.warn("{} has no process: nothing is in work, and no isolation can be set", instance.id());
        return new Isolated(new WorkInProgress(0, List.of()), Baseline.OF_NO_PROCESS);
    }

    private Isolated readBack(LocalInstance instance, String owner) {
        heartbeat.until(
                () -> requireNotAnothers(instance, owner),
                () -> instance.id() + " does not say yet that it is isolated");
        var work = instance.work();
        LOG.info(
                "{} is isolated for {}: {}",
                instance.id(),
                owner,
                work.inProgress().sentence());
        return new Isolated(work.inProgress(), instance.baseline(work));
    }

    /** Our own isolation as the instance itself reports it; empty when it reports none. */
    private static Optional<String> requireNotAnothers(LocalInstance instance, String owner) {
        var isolatedBy = isolation(instance).by();
        isolatedBy.filter(other -> !other.equals(owner)).ifPresent(other -> {
            throw new IsolatedByAnother(other);
        });
        return isolatedBy;
    }

    private static Isolation isolation(LocalInstance instance) {
        return instance.client().isolation().orElseThrow();
    }
}
