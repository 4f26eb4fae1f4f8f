package io.mddc.upgrade.lab.demo;

import io.mddc.upgrade.lab.host.Cluster;
import io.mddc.upgrade.lab.host.ClusterConfig;
import io.mddc.upgrade.lab.packaging.LabPart;
import java.time.Duration;

/** What every run begins with: the cluster on the former version, and the product that knows it. */
record Opening(Folders folders, DemoRequest request, Voice voice) {
    private static final Duration WINDOW = Duration.ofHours(2);

    Cluster boot(ClusterConfig config, Closing closing) {
        voice.say(config.shape().cores() + " Cores and " + config.shape().gateways() + " gateways are booted …");
        var cluster = Cluster.create(config, request.shape().redHat());
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

    /** Packages that are the way back, and a window for what needs one. */
    void prepare(ControlCenterClient client, Cluster cluster) {
        request.scenario().targets().stream()
                .map(Target::part)
                .flatMap(part -> cluster.build(part, cluster.config().version(part)).values().stream())
                .forEach(client::upload);
        client.openWindow(WINDOW);
    }

    /** The Cores work with what the product's settings say. */
    void awaitSettings(Cluster cluster) {
        Waiting.until(
                "all Cores work with the definitions " + Product.NEWER_DEFINITIONS,
                Duration.ofSeconds(60),
                () -> cluster.instances(LabPart.CORE).stream()
                        .allMatch(core -> cluster.probe(core.id()).definitions().equals(Product.NEWER_DEFINITIONS)));
    }

    void awaitInventory(ControlCenterClient client, Cluster cluster) {
        int all = cluster.upgradeable().size();
        Waiting.until(
                "all Cores and gateways are reported ready by their workers",
                Duration.ofSeconds(60),
                () -> client.instances().stream()
                                .filter(instance ->
                                        instance.path("health").asText().equals("READY"))
                                .count()
                        >= all);
    }
}
