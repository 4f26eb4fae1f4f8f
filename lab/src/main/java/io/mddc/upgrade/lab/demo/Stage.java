package io.mddc.upgrade.lab.demo;

import io.mddc.upgrade.cluster.InstanceId;
import io.mddc.upgrade.lab.host.Cluster;
import io.mddc.upgrade.lab.host.LabInstance;
import io.mddc.upgrade.lab.load.FileMix;
import io.mddc.upgrade.lab.load.Load;
import io.mddc.upgrade.lab.packaging.LabPart;
import io.mddc.upgrade.lab.service.admin.PartProbe;
import io.mddc.upgrade.lab.service.identity.IdentityClient;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** What stands while an upgrade runs: the cluster, files flowing through it, and those who watch. */
record Stage(Cluster cluster, Load load, Watches watches, Voice voice) {
    static Stage open(Cluster cluster, DemoRequest.Traffic traffic, Voice voice, Closing closing) {
        var watches = watches(cluster);
        closing.add(watches::close);
        var keys = keys(cluster);
        closing.add(keys::close);
        var gateways = cluster.instances(LabPart.API_GATEWAY).stream()
                .map(LabInstance::url)
                .toList();
        var load = new Load(gateways, keys, new FileMix(traffic.seed()), traffic.rate());
        closing.add(load::close);
        return new Stage(cluster, load, watches, voice);
    }

    /** Of all instances of the part. */
    Set<InstanceId> ids(LabPart part) {
        return cluster.instances(part).stream().map(LabInstance::id).collect(Collectors.toSet());
    }

    private static Watches watches(Cluster cluster) {
        var probes = cluster.upgradeable().stream()
                .collect(Collectors.toMap(LabInstance::id, instance -> cluster.sight(instance.id())));
        var others = probes(cluster, LabPart::isIsolable);
        var gateways = probes(cluster, LabPart.API_GATEWAY::equals);
        return new Watches(
                new ReadinessWatch(probes),
                new InstallerWatch(cluster.hosts()),
                new ProcessWatch(others),
                new DoorWatch(gateways));
    }

    private static Map<InstanceId, PartProbe> probes(Cluster cluster, Predicate<LabPart> which) {
        return cluster.upgradeable().stream()
                .filter(instance -> which.test(instance.part()))
                .collect(Collectors.toMap(LabInstance::id, instance -> cluster.probe(instance.id())));
    }

    private static KeyStock keys(Cluster cluster) {
        var access = cluster.config().access();
        var identity = cluster.instances(LabPart.IDENTITY_SERVICE).get(0);
        return new KeyStock(new IdentityClient(identity.url()), access.user(), access.password());
    }
}
