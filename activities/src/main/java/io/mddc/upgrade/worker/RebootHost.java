package io.mddc.upgrade.worker;

import io.mddc.upgrade.contract.HostOrders.Reboot;
import io.mddc.upgrade.contract.RebootOutcome;
import io.mddc.upgrade.protocol.PermitRequest;
import io.mddc.upgrade.run.Step;
import io.mddc.upgrade.worker.control.HostRestart;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Idempotent by the operation's note, written before the host is asked, and by the kernel's id of its start, compared after: a
 * host that was started again since is not asked, whoever looks.
 */
final class RebootHost {
    private static final Logger LOG = LoggerFactory.getLogger(RebootHost.class);

    private final LocalInstances instances;
    private final Installation installation;
    private final Permits permits;
    private final Heartbeat heartbeat;

    RebootHost(LocalInstances instances, Installation installation, Permits permits, Heartbeat heartbeat) {
        this.instances = instances;
        this.installation = installation;
        this.permits = permits;
        this.heartbeat = heartbeat;
    }

    RebootOutcome reboot(Reboot order) {
        var operation = order.operation();
        var host = instances.get(operation.instance()).host();
        var over = over(order);
        if (over.isPresent()) {
            return over.get();
        }
        if (!restart().isPossible()) {
            return new RebootOutcome.Refused("worker.yml of " + host + " names no rebootCommand.");
        }
        if (!restart().isAsked(operation)) {
            awaitInstalls(order);
            var itself = Optional.of(operation.instance());
            var request = new PermitRequest(operation, Step.INSTALL, Optional.empty(), itself);
            LOG.info(
                    "{}: {} is to be started again by {}",
                    operation,
                    host,
                    restart().command());
            permits.perform(request, heartbeat, granted -> ask(order));
        }
        var end = System.nanoTime() + order.patience().toNanos();
        return heartbeat.until(() -> look(order, end), () -> host + " is to be started again");
    }

    private Optional<Duration> ask(Reboot order) {
        restart().ask(order.operation());
        return Optional.of(Duration.ZERO);
    }

    private void awaitInstalls(Reboot order) {
        heartbeat.until(
                () -> installation.detached().isRunning() ? Optional.empty() : Optional.of(true),
                () -> order.operation() + " waits for an install on this host");
    }

    private Optional<RebootOutcome> look(Reboot order, long end) {
        var over = over(order);
        if (over.isPresent()) {
            return over;
        }
        var refusal = restart().refusal(order.operation());
        if (refusal.isPresent()) {
            return refusal.map(RebootOutcome.Refused::new);
        }
        return System.nanoTime() < end
                ? Optional.empty()
                : Optional.of(new RebootOutcome.StillUp(
                        "It was asked to start itself again, and is still up after " + order.patience() + "."));
    }

    private Optional<RebootOutcome> over(Reboot order) {
        return restart().bootAfter(order.boot()).map(RebootOutcome.Rebooted::new);
    }

    private HostRestart restart() {
        return installation.restart();
    }
}
