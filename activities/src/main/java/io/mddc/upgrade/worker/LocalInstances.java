package io.mddc.upgrade.worker;

import io.mddc.upgrade.cluster.HostId;
import io.mddc.upgrade.cluster.InstanceId;
import io.mddc.upgrade.worker.LocalInstance.Waits;
import io.mddc.upgrade.worker.WorkerConfig.InstanceConfig;
import java.util.List;

/** The instances of this host, as configured. */
final class LocalInstances {
    private final HostId host;
    private final List<LocalInstance> instances;

    LocalInstances(HostId host, List<LocalInstance> instances) {
        this.host = host;
        this.instances = List.copyOf(instances);
    }

    static LocalInstances of(WorkerConfig config) {
        var instances = config.instances().stream()
                .map(instance -> instance(config, instance))
                .toList();
        return new LocalInstances(config.host(), instances);
    }

    List<LocalInstance> all() {
        return instances;
    }

    /** Throws {@link InstanceUnknown}. */
    LocalInstance get(InstanceId id) {
        return instances.stream()
                .filter(instance -> instance.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new InstanceUnknown(id, host));
    }

    private static LocalInstance instance(WorkerConfig worker, InstanceConfig config) {
        var profile = worker.profiles().read(config.profile());
        return new LocalInstance(
                config.id(),
                config.component(),
                worker.host(),
                config.url(),
                config.packageName(),
                profile.client(config.url(), config.apiKeyFile()),
                config.service(),
                config.configuration(),
                new Waits(worker.noProcess(), profile.deregistrationDelay()));
    }
}
