package io.mddc.upgrade.workflow;

import io.mddc.upgrade.cluster.InstanceId;
import io.mddc.upgrade.cluster.OperationId;
import io.mddc.upgrade.contract.DrainOutcome;
import io.mddc.upgrade.contract.HostOrders;
import io.mddc.upgrade.contract.Observed;
import io.mddc.upgrade.contract.RebootOutcome;
import io.mddc.upgrade.contract.Rejoined;
import io.mddc.upgrade.run.Step;
import io.mddc.upgrade.workflow.OnHost.Call;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/** What a unit asks of its host, for itself or for what else is on it. */
final class HostSteps {
    private static final Duration MARGIN = Duration.ofMinutes(1);

    private final UnitOrder order;
    private final OnHost host;
    private final Supplier<OperationId> operations;

    HostSteps(UnitOrder order, OnHost host, Supplier<OperationId> operations) {
        this.order = order;
        this.host = host;
        this.operations = operations;
    }

    /** Takes something else on the host out of new work, so that the host can be started again. */
    void isolateForReboot(InstanceId neighbour, Instant expires) {
        var reason = "reboot of %s for %s"
                .formatted(order.plan().host(), order.plan().instance());
        var wanted = new HostOrders.Isolate(operations.get(), Step.INSTALL, reason, expires, Optional.of(neighbour));
        host.change(new Call<>("isolate " + neighbour, MARGIN.multipliedBy(5), expires, on -> on.isolate(wanted)));
    }

    /** A slice of waiting for nothing in progress. */
    DrainOutcome drainFor(InstanceId instance, Duration slice, Instant deadline) {
        var wanted =
                new HostOrders.Drain(instance, slice, order.policy().drain().idleConfirm());
        return host.change(
                new Call<>("drain " + instance, slice.plus(MARGIN.multipliedBy(15)), deadline, on -> on.drain(wanted)));
    }

    /** The same operation may be asked for again: the host is asked once. */
    RebootOutcome reboot(OperationId operation, String boot) {
        var patience = order.policy().limits().ready();
        var wanted = new HostOrders.Reboot(operation, boot, patience);
        return host.change(new Call<>(
                "reboot " + order.plan().host(),
                patience.multipliedBy(2).plus(MARGIN.multipliedBy(10)),
                Instant.MAX,
                on -> on.reboot(wanted)));
    }

    OperationId nextOperation() {
        return operations.get();
    }

    /** Looks once. */
    Observed observe(InstanceId instance) {
        return host.observe(instance, Instant.MAX);
    }

    Rejoined rejoin(InstanceId instance, Instant giveUp) {
        var eligible = order.policy().limits().eligible();
        var wanted = new HostOrders.Rejoin(instance, order.upgrade(), eligible);
        return host.change(
                new Call<>("rejoin " + instance, wanted.longest().plus(MARGIN), giveUp, on -> on.rejoin(wanted)));
    }
}
