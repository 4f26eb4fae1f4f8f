package io.mddc.upgrade.worker;

import io.mddc.upgrade.contract.MaintenanceOrders.Service;
import io.mddc.upgrade.protocol.PermitRequest;
import io.mddc.upgrade.worker.component.ComponentSilent;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stops and starts the service of an instance. Idempotent because the service is asked how it is first: one that has no process
 * is stopped, one that is ready is started. What still has work is not stopped.
 */
final class RunService {
    private static final Logger LOG = LoggerFactory.getLogger(RunService.class);

    private final LocalInstances instances;
    private final Permits permits;
    private final Heartbeat heartbeat;

    RunService(LocalInstances instances, Permits permits, Heartbeat heartbeat) {
        this.instances = instances;
        this.permits = permits;
        this.heartbeat = heartbeat;
    }

    void stop(Service order) {
        var instance = instances.get(order.operation().instance());
        if (!isStopped(instance)) {
            permits.perform(request(order), heartbeat, granted -> {
                requireIdle(instance);
                instance.service().stop();
                return Optional.of(Duration.ZERO);
            });
            LOG.info("{} is told to stop", instance.id());
        }
        var limit = new Limit(order, "has not stopped");
        heartbeat.until(
                () -> isStopped(instance) ? Optional.of(true) : limit.passed(),
                () -> instance.id() + " is still running");
    }

    void start(Service order) {
        var instance = instances.get(order.operation().instance());
        if (isStopped(instance)) {
            permits.perform(request(order), heartbeat, granted -> {
                instance.service().start();
                return Optional.of(Duration.ZERO);
            });
            LOG.info("{} is told to start", instance.id());
        }
        var limit = new Limit(order, "is not ready");
        heartbeat.until(
                () -> takesWork(instance) ? Optional.of(true) : limit.passed(),
                () -> instance.id() + " is not ready yet");
    }

    private static PermitRequest request(Service order) {
        return new PermitRequest(order.operation(), order.step(), Optional.empty());
    }

    private static boolean isStopped(LocalInstance instance) {
        return instance.service().process().isEmpty() && !instance.service().isActive();
    }

    /** Immediately before the stop; one that is silent is known to be idle from before, or is broken. */
    private static void requireIdle(LocalInstance instance) {
        try {
            var work = instance.work();
            if (!work.inProgress().isIdle()) {
                throw new StillInWork(instance.id(), work.inProgress());
            }
        } catch (ComponentSilent silent) {
            LOG.warn("{} is stopped without an answer: {}", instance.id(), silent.sentence());
        }
    }

    private static boolean takesWork(LocalInstance instance) {
        try {
            return instance.client().isReady() && instance.work().takingWork();
        } catch (ComponentSilent notYet) {
            return false;
        }
    }

    private static final class Limit {
        private final Service order;
        private final String what;
        private final long began = System.nanoTime();

        Limit(Service order, String what) {
            this.order = order;
            this.what = what;
        }

        /** Empty while it has not passed, then throws. */
        Optional<Boolean> passed() {
            if (System.nanoTime() - began > order.limit().toNanos()) {
                throw new NotInTime(order.operation().instance(), what, order.limit());
            }
            return Optional.empty();
        }
    }
}
