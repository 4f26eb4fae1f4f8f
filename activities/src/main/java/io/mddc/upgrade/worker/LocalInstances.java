package io.mddc.upgrade.worker;

import io.mddc.upgrade.cluster.Component;
import io.mddc.upgrade.cluster.HostId;
import io.mddc.upgrade.cluster.InstanceId;
import io.mddc.upgrade.cluster.Remote;
import io.mddc.upgrade.worker.LocalInstance.Waits;
import io.mddc.upgrade.worker.WorkerConfig.InstanceConfig;
import io.mddc.upgrade.worker.component.ComponentClient;
import java.util.List;
import java.util.Optional;

/** The instances of this host, as configured. */
final class LocalInstances {
    private final HostId host;
    private final List<LocalInstance> instances;
    private final Profiles profiles;

    LocalInstances(HostId host, List<LocalInstance> instances, Profiles profiles) {
        this.host = host;
        this.instances = List.copyOf(instances);
        this.profiles = profiles;
    }

    /**
     * @param self this worker, if it is among them
     */
    static LocalInstances of(WorkerConfig config, SelfClient self, RunningFiles running) {
        var instances = config.instances().stream()
                .map(instance -> instance(config, instance, self, running))
                .toList();
        return new LocalInstances(config.host(), instances, config.profiles());
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

    /** What asks an instance of another host, by the profile named like its component. Throws {@link NotFromAfar}. */
    ComponentClient remote(Remote remote) {
        return profiles.remote(remote);
    }

    private static LocalInstance instance(
            WorkerConfig worker, InstanceConfig config, SelfClient self, RunningFiles running) {
        var profile = worker.profiles().read(config.profile());
        return new LocalInstance(
                config.id(),
                config.component(),
                worker.host(),
                config.url(),
                config.packageName(),
                isThisWorker(config) ? self : profile.client(config.url(), config.apiKeyFile()),
                config.service(),
                config.configuration(),
                new Waits(worker.noProcess(), profile.deregistrationDelay()),
                config.isSelf() ? Optional.of(running.of(config.id())) : Optional.empty(),
                config.hooks());
    }

    private static boolean isThisWorker(InstanceConfig config) {
        return config.isSelf() && config.component() == Component.WORKER;
    }
}
