package io.mddc.upgrade.worker;

import io.mddc.upgrade.cluster.Health;
import io.mddc.upgrade.cluster.HostNote;
import io.mddc.upgrade.cluster.Instance;
import io.mddc.upgrade.contract.HostMoment;
import io.mddc.upgrade.contract.HostOrders.Observe;
import io.mddc.upgrade.contract.Observed;
import io.mddc.upgrade.worker.component.ComponentSilent;
import io.mddc.upgrade.worker.control.HostClock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Looks once; what does not answer is reported as that. */
final class ObserveInstance {
    private final LocalInstances instances;
    private final Installation installation;

    ObserveInstance(LocalInstances instances, Installation installation) {
        this.instances = instances;
        this.installation = installation;
    }

    Observed observe(Observe order) {
        var instance = look(instances.get(order.instance()));
        var now = HostClock.boot().map(boot -> new HostMoment(boot, HostClock.uptime()));
        return new Observed(
                instance,
                installation.journal().open().stream().findFirst(),
                Optional.of(Instant.now()),
                now,
                installation.installer().rebootMarker().reason());
    }

    List<Instance> all() {
        return instances.all().stream().map(this::look).toList();
    }

    /** What their profiles say they cannot do, though their component should. */
    Stream<HostNote> notes() {
        return instances.all().stream().flatMap(LocalInstance::notes);
    }

    private Instance look(LocalInstance instance) {
        var running = orSilent(instance.client()::version, "");
        var isolatedBy = orSilent(() -> instance.isolatedBy().orElse(""), "");
        return new Instance(
                instance.id(),
                instance.component(),
                instance.host(),
                instance.address(),
                installation.installer().installed(instance.packageName()),
                running.value(),
                running.answered() && isolatedBy.answered() ? health(instance) : Health.UNREACHABLE,
                isolatedBy.value());
    }

    private static Health health(LocalInstance instance) {
        return orSilent(() -> instance.client().isReady() ? Health.READY : Health.NOT_READY, Health.UNREACHABLE)
                .value();
    }

    private static <T> Seen<T> orSilent(Supplier<T> look, T otherwise) {
        try {
            return new Seen<>(look.get(), true);
        } catch (ComponentSilent e) {
            return new Seen<>(otherwise, false);
        }
    }

    private record Seen<T>(T value, boolean answered) {}
}
