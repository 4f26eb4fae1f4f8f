package io.mddc.upgrade.worker;

import io.mddc.upgrade.cluster.Component;
import io.mddc.upgrade.cluster.HostId;
import io.mddc.upgrade.cluster.InstanceId;
import io.mddc.upgrade.cluster.OperationId;
import io.mddc.upgrade.contract.Baseline;
import io.mddc.upgrade.worker.component.CoreClient;
import io.mddc.upgrade.worker.control.RunningProcess;
import io.mddc.upgrade.worker.control.ServiceControl;
import io.mddc.upgrade.worker.fixture.FakeCore;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A host with core-1 alone on it: its interface is a small server, its process is whatever is set. */
final class OneInstance implements AutoCloseable {
    static final HostId HOST = new HostId("host-a");
    static final InstanceId CORE = new InstanceId("core-1");
    static final OperationId OPERATION = OperationId.parse("2026-11-22-1/core-1/1");
    static final Instant STARTED = Instant.parse("2026-11-22T08:00:00Z");
    static final Baseline BEFORE = new Baseline(STARTED, 3, "20261101", 100, 0);

    final FakeCore core = new FakeCore();
    private volatile Optional<RunningProcess> process = Optional.of(new RunningProcess(4711, STARTED));

    LocalInstances instances() {
        var service = new ServiceControl() {
            @Override
            public boolean isActive() {
                return process.isPresent();
            }

            @Override
            public Optional<RunningProcess> process() {
                return process;
            }
        };
        var client = new CoreClient(core.url(), Optional.empty());
        return new LocalInstances(
                HOST, List.of(new LocalInstance(CORE, Component.CORE, HOST, core.url(), "md-core", client, service)));
    }

    /** Its service runs in a process started then. */
    OneInstance startedAt(Instant when) {
        process = Optional.of(new RunningProcess(4712, when));
        return this;
    }

    OneInstance stopped() {
        process = Optional.empty();
        return this;
    }

    /** Looks often, and tells nobody. */
    static Heartbeat heartbeat() {
        return new Heartbeat(Duration.ofMillis(10), details -> {});
    }

    @Override
    public void close() {
        core.close();
    }
}
