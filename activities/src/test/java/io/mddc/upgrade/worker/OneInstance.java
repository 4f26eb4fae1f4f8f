package io.mddc.upgrade.worker;

import io.mddc.upgrade.cluster.Component;
import io.mddc.upgrade.cluster.HostId;
import io.mddc.upgrade.cluster.InstanceId;
import io.mddc.upgrade.cluster.OperationId;
import io.mddc.upgrade.contract.Baseline;
import io.mddc.upgrade.worker.component.Profile;
import io.mddc.upgrade.worker.control.RunningProcess;
import io.mddc.upgrade.worker.control.ServiceControl;
import io.mddc.upgrade.worker.fixture.FakeCore;
import io.mddc.upgrade.worker.fixture.TestHost;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** A host with core-1 alone on it: its interface is a small server, its process is whatever is set. */
final class OneInstance implements AutoCloseable {
    static final HostId HOST = new HostId("host-a");
    static final InstanceId CORE = new InstanceId("core-1");
    static final OperationId OPERATION = OperationId.parse("2026-11-22-1/core-1/1");
    static final Instant STARTED = Instant.parse("2026-11-22T08:00:00Z");
    static final Baseline BEFORE = new Baseline(STARTED, 3, "20261101", 100, 0);

    static final Duration UPTIME = Duration.ofHours(2);
    static final Duration NO_PROCESS = Duration.ofMillis(300);

    static final Profile CORE_PROFILE = new Profiles(TestHost.PROFILES).read("core");

    final FakeCore core = new FakeCore();
    private volatile Optional<RunningProcess> process = Optional.of(new RunningProcess(4711, STARTED, UPTIME));
    private volatile boolean active = true;

    static LocalInstances configured(WorkerConfig config) {
        var self = new SelfClient("1.0", WorkerApplication.installation(config).journal());
        return LocalInstances.of(config, self, new RunningFiles(config.dataFolder()));
    }

    LocalInstances instances() {
        return instances(CORE_PROFILE);
    }

    LocalInstances instances(Profile profile) {
        var service = new ServiceControl() {
            @Override
            public boolean isActive() {
                return active;
            }

            @Override
            public void start() {
                throw new UnsupportedOperationException();
            }

            @Override
            public void stop() {
                throw new UnsupportedOperationException();
            }

            @Override
            public Optional<RunningProcess> process() {
                return process;
            }
        };
        var client = profile.client(core.url(), Optional.empty());
        var waits = new LocalInstance.Waits(NO_PROCESS, profile.deregistrationDelay());
        return new LocalInstances(
                HOST,
                List.of(new LocalInstance(
                        CORE,
                        Component.CORE,
                        HOST,
                        core.url(),
                        "md-core",
                        client,
                        service,
                        List.of(),
                        waits,
                        Optional.empty(),
                        Map.of())),
                new Profiles(TestHost.PROFILES));
    }

    /** Its service runs in a process started then. */
    OneInstance startedAt(Instant when) {
        return startedAt(when, UPTIME.plus(Duration.between(STARTED, when)));
    }

    /** As when the time of day was set in between. */
    OneInstance startedAt(Instant when, Duration uptime) {
        process = Optional.of(new RunningProcess(4712, when, uptime));
        active = true;
        return this;
    }

    OneInstance stopped() {
        process = Optional.empty();
        active = false;
        return this;
    }

    /** Its process is gone, and nobody answers. */
    OneInstance dead() {
        core.silent();
        return stopped();
    }

    /** The host still calls it running, though it knows no process of it. */
    OneInstance withoutPidFile() {
        process = Optional.empty();
        active = true;
        return this;
    }

    /** Looks often, and tells nobody. */
    static Heartbeat heartbeat() {
        return new Heartbeat(Duration.ofMillis(10), details -> {});
    }

    /** Looks often, and does something before each look; the first look is number 1. */
    static Heartbeat stepping(Consumer<Integer> before) {
        var looks = new AtomicInteger();
        return new Heartbeat(Duration.ofMillis(10), details -> {}) {
            @Override
            <T> T until(Supplier<Optional<T>> look, Supplier<?> details) {
                return super.until(
                        () -> {
                            before.accept(looks.incrementAndGet());
                            return look.get();
                        },
                        details);
            }
        };
    }

    @Override
    public void close() {
        core.close();
    }
}
