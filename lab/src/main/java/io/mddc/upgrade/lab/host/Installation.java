package io.mddc.upgrade.lab.host;

import io.mddc.upgrade.cluster.HostId;
import io.mddc.upgrade.cluster.PackageFormat;
import io.mddc.upgrade.lab.packaging.LabPart;
import io.mddc.upgrade.lab.service.http.PartClient;
import io.mddc.upgrade.lab.service.http.PartUnreachable;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The first installation of a whole cluster. */
final class Installation {
    private static final Set<LabPart> FIRST =
            EnumSet.of(LabPart.SHARED_SERVICES, LabPart.FILE_STORAGE, LabPart.IDENTITY_SERVICE);
    private static final Set<LabPart> THEN = EnumSet.of(LabPart.API_GATEWAY, LabPart.CORE);
    private static final Duration READY = Duration.ofSeconds(60);

    private final ClusterLayout layout;
    private final Map<HostId, LabHost> hosts;
    private final ClusterPackages packages;
    private final InstanceFiles files;
    private final ClassArchives archives;

    Installation(ClusterConfig config, ClusterLayout layout, Map<HostId, LabHost> hosts, ClusterPackages packages) {
        this.layout = layout;
        this.hosts = hosts;
        this.packages = packages;
        this.files = new InstanceFiles(config, layout);
        this.archives = new ClassArchives(config.workFolder());
    }

    /** What a package database must have before all, class data archives, and each instance's own settings. */
    void prepare() {
        archives.make(files, layout, packages.first(PackageFormat.DEB));
        for (var instance : instances()) {
            files.write(instance, host(instance.host()), archives.of(instance.part()));
        }
        hosts.values().stream()
                .map(LabHost::packages)
                .filter(installer -> installer.format() == PackageFormat.RPM)
                .forEach(installer -> installer.install(List.of(packages.shell())));
    }

    void run() {
        layout.hosts().forEach(host -> install(host, FIRST));
        layout.hosts().parallelStream().forEach(host -> install(host, THEN));
        instances().forEach(Installation::awaitReady);
    }

    /** All but what the product consists of. */
    private List<LabInstance> instances() {
        return layout.instances().stream()
                .filter(instance -> instance.part().program().isEmpty())
                .toList();
    }

    private void install(HostId id, Set<LabPart> parts) {
        var installer = host(id).packages();
        var files = layout.on(id).stream()
                .filter(instance -> parts.contains(instance.part()))
                .map(instance -> packages.first(instance.part(), installer.format()))
                .toList();
        if (!files.isEmpty()) {
            installer.install(files);
        }
    }

    private LabHost host(HostId id) {
        return Optional.ofNullable(hosts.get(id)).orElseThrow();
    }

    private static void awaitReady(LabInstance instance) {
        var client = new PartClient(instance.url(), Duration.ofSeconds(2));
        Wait.until(instance.id() + " to be ready at " + instance.url(), READY, () -> ready(client));
    }

    private static Optional<Boolean> ready(PartClient client) {
        try {
            return Optional.of(client.status("/readyz") == 200).filter(ready -> ready);
        } catch (PartUnreachable e) {
            return Optional.empty();
        }
    }
}
