package io.mddc.upgrade.lab.demo;

import io.mddc.upgrade.lab.host.Cluster;
import io.mddc.upgrade.lab.host.HostKeeper;
import io.mddc.upgrade.plan.Policy;
import java.nio.file.Path;
import java.util.List;

/**
 * One run:
 *
 * <ol>
 *   <li>the cluster boots on the former version, the product is started on it, both packages of what is upgraded are uploaded;
 *   <li>files flow, from before the first step until after the last unit's end;
 *   <li>the upgrade is started over REST and followed; what is to be killed is killed;
 *   <li>files in flight are waited out, both books are closed, the lab writes down what it saw;
 *   <li>everything is ended, unless it shall be kept.
 * </ol>
 */
final class Demo {
    private final Folders folders;
    private final DemoRequest request;
    private final Voice voice;
    private final Flow flow;
    private final List<BadVersion> targets;
    private final Opening opening;

    Demo(Path home, DemoRequest request) {
        this.folders = Folders.in(home);
        this.request = request;
        this.voice = Voice.of(request.places());
        this.opening = new Opening(folders, request, voice);
        this.flow = new Flow(request.traffic());
        this.targets = request.scenario().targets().stream()
                .map(target -> BadVersion.of(target, request.doing().faults(), request.shape()))
                .toList();
    }

    /** The exit status. */
    int run() {
        Machine.check(folders, request);
        var policy = PolicyFile.read(request.places().policy());
        var config = LabSettings.read(folders, request);
        sayWhatTheEngineLacks();
        try (var closing = new Closing()) {
            var cluster = opening.boot(config, closing);
            var seen = request.doing().careless() ? careless(cluster, closing) : upgrade(cluster, policy, closing);
            return tell(seen);
        }
    }

    private void sayWhatTheEngineLacks() {
        if (!request.doing().careless() && request.doing().engine() == EngineKind.TRIAL) {
            voice.show(EngineKind.LOSS);
        }
    }

    private int tell(Seen seen) {
        seen.write(folders.report());
        request.places().report().ifPresent(seen::write);
        Timeline.of(seen.report(), seen.balance()).forEach(voice::show);
        var status = ExitStatus.of(seen);
        status.reasons().forEach(reason -> voice.show("NOT as it should be: " + reason));
        voice.show("report: " + request.places().report().orElse(folders.report()));
        return status.code();
    }

    private Seen careless(Cluster cluster, Closing closing) {
        var stage = Stage.open(cluster, request.traffic(), voice, closing);
        flow.begin(stage);
        var span = new Careless(stage).run(request.scenario().targets());
        flow.end(stage);
        return new Ending(request, stage).careless(span);
    }

    private Seen upgrade(Cluster cluster, Policy policy, Closing closing) {
        var product = new Product(
                folders, cluster, request.places().policy(), request.doing().engine());
        var client = product.startControlCenter();
        var files = targets.stream()
                .flatMap(target -> target.ready(cluster, product).stream())
                .toList();
        targets.stream().flatMap(BadVersion::sentences).forEach(voice::say);
        product.startWorkers(client, cluster.config().access().operatorKey());
        opening.prepare(client, cluster);
        files.forEach(client::upload);
        var stage = Stage.open(cluster, request.traffic(), voice, closing);
        stage.load().visit(client.console());
        opening.awaitInventory(client, cluster);
        opening.awaitSettings(cluster);
        closing.add(new HostKeeper(cluster)::close);
        flow.begin(stage);
        var ended = new UpgradeRun(stage, product, client)
                .run(
                        request.scenario().targets(),
                        request.doing(),
                        request.traffic().seed());
        flow.end(stage);
        if (request.doing().keep()) {
            sayWhereAllIs(product.configs());
        }
        return new Ending(request, stage).upgraded(ended, policy);
    }

    private void sayWhereAllIs(ProductConfigs configs) {
        voice.show("console:          " + configs.controlCenterUrl());
        voice.show("administrator:    token in " + configs.controlCenterData().resolve("admin.token"));
        voice.show("Temporal Web UI:  " + configs.webUi().orElse("none, the trial engine has none"));
        voice.show("all is left running; the next ./demo ends it");
    }
}
