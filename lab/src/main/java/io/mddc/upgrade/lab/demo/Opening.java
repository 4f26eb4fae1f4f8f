package io.mddc.upgrade.lab.demo;

import io.mddc.upgrade.lab.host.Cluster;
import io.mddc.upgrade.lab.host.ClusterConfig;
import io.mddc.upgrade.lab.packaging.LabPart;
import java.time.Duration;

/** What every run begins with: the cluster on the former version, and the product that knows it. */
record Opening(Folders folders, DemoRequest request, Voice voice) {
    Cluster boot(ClusterConfig config, Closing closing) {
        voice.say(config.shape().cores() + " Cores and " + config.shape().gateways() + " gateways are booted …");
        var cluster = Cluster.create(config);
        if (!request.doing().keep()) {
            closing.add(cluster::close);
        }
        folders.clear();
        if (!request.doing().careless()) {
            Machine.checkPorts(cluster.hosts().get(0).address(), request.doing().engine());
        }
        cluster.boot();
        if (request.doing().keep()) {
            cluster.keepRunning();
        }
        cluster.installAll();
        return cluster;
    }

    /** It is the way back. */
    void uploadFormer(ControlCenterClient client, Cluster cluster) {
        client.upload(cluster.build(LabPart.CORE, cluster.config().version(LabPart.CORE)));
    }

    void awaitInventory(ControlCenterClient client, Cluster cluster) {
        int cores = cluster.instances(LabPart.CORE).size();
        Waiting.until(
                "all Cores are reported ready by their workers",
                Duration.ofSeconds(60),
                () -> client.instances().stream()
                                .filter(instance ->
                                        instance.path("health").asText().equals("READY"))
                                .count()
                        >= cores);
    }
}
