package io.mddc.upgrade.worker;

import io.mddc.upgrade.cluster.InstanceId;
import io.mddc.upgrade.contract.MaintenanceOrders.CheckFile;
import io.mddc.upgrade.contract.MaintenanceOrders.CloseGateway;
import io.mddc.upgrade.contract.MaintenanceOrders.LookForQuiet;
import io.mddc.upgrade.contract.MaintenanceOrders.OpenGateway;
import io.mddc.upgrade.protocol.PermitRequest;
import io.mddc.upgrade.run.Step;
import io.mddc.upgrade.worker.component.Closing;
import io.mddc.upgrade.worker.component.ComponentSilent;
import io.mddc.upgrade.worker.component.KnownAnswer;
import io.mddc.upgrade.workflow.WorkflowIds;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Closes a gateway to its clients, opens it, and sends files through it while it is closed. Idempotent because the gateway
 * keeps its closing by the upgrade that owns it; opening, like every giving back, needs no permit.
 */
final class GatewayDoor {
    private static final Logger LOG = LoggerFactory.getLogger(GatewayDoor.class);

    private final LocalInstances instances;
    private final Permits permits;
    private final Heartbeat heartbeat;

    GatewayDoor(LocalInstances instances, Permits permits, Heartbeat heartbeat) {
        this.instances = instances;
        this.permits = permits;
        this.heartbeat = heartbeat;
    }

    Duration quietFor(LookForQuiet order) {
        return closing(order.gateway()).state().sinceSubmission();
    }

    void close(CloseGateway order) {
        var gateway = order.operation().instance();
        var closing = closing(gateway);
        var owner = WorkflowIds.ofUpgrade(order.operation().upgrade());
        permits.perform(
                new PermitRequest(order.operation(), Step.MAINTENANCE, Optional.empty()), heartbeat, granted -> {
                    closing.begin(owner, order.reason(), order.retryAfter());
                    return Optional.of(Duration.ZERO);
                });
        heartbeat.until(
                () -> isEmpty(closing, owner) ? Optional.of(true) : Optional.empty(),
                () -> gateway + " still lets in submissions that were begun before it was closed");
        LOG.info("{} is closed for {}", gateway, owner);
    }

    private static boolean isEmpty(Closing closing, String owner) {
        var state = closing.state();
        return state.by().filter(owner::equals).isPresent() && state.openSubmissions() == 0;
    }

    void open(OpenGateway order) {
        var closing = closing(order.gateway());
        closing.end(WorkflowIds.ofUpgrade(order.owner()));
        closing.state().by().ifPresent(other -> {
            throw new ComponentSilent(order.gateway() + " is still closed by " + other);
        });
        LOG.info("{} is open", order.gateway());
    }

    /** Throws {@link NotInTime} or {@link WrongAnswer}. */
    String check(CheckFile order) {
        var closing = closing(order.gateway());
        // All at once: the system stays closed until the last of them is through.
        var sent = KnownAnswer.all().stream()
                .map(file -> new Sent(file, closing.submit(file.fileName(), file.content())))
                .toList();
        sent.forEach(it -> require(order, closing, it));
        return "Files of known verdict went through %s, and came out as they should.".formatted(order.gateway());
    }

    private record Sent(KnownAnswer file, String id) {}

    private void require(CheckFile order, Closing closing, Sent sent) {
        var file = sent.file();
        var verdict = awaitVerdict(order, closing, sent.id());
        if (!verdict.equals(file.verdict())) {
            throw new WrongAnswer(file.fileName() + " sent through " + order.gateway() + " came out as " + verdict
                    + ", expected was " + file.verdict());
        }
        if (file.isClean() && closing.fetch(sent.id()) == 0) {
            throw new WrongAnswer("nothing can be downloaded of " + file.fileName() + " through " + order.gateway());
        }
    }

    private String awaitVerdict(CheckFile order, Closing closing, String id) {
        long began = System.nanoTime();
        return heartbeat.until(
                () -> {
                    var verdict = verdict(closing, id);
                    if (verdict.isEmpty()
                            && System.nanoTime() - began > order.limit().toNanos()) {
                        throw new NotInTime(order.gateway(), "gave no verdict on a known file", order.limit());
                    }
                    return verdict;
                },
                () -> "a known file goes through " + order.gateway());
    }

    private static Optional<String> verdict(Closing closing, String id) {
        try {
            return closing.verdict(id);
        } catch (ComponentSilent notYet) {
            return Optional.empty();
        }
    }

    private Closing closing(InstanceId gateway) {
        return instances
                .get(gateway)
                .client()
                .closing()
                .orElseThrow(() -> new WrongAnswer("the profile of " + gateway + " does not say how it is closed"));
    }
}
