package io.mddc.upgrade.lab.demo;

import io.mddc.upgrade.cluster.Version;
import io.mddc.upgrade.lab.host.Cluster;
import io.mddc.upgrade.lab.host.ClusterConfig;
import io.mddc.upgrade.lab.load.FileMix;
import io.mddc.upgrade.lab.load.Load;
import io.mddc.upgrade.lab.packaging.LabPart;
import io.mddc.upgrade.lab.service.identity.IdentityClient;
import io.mddc.upgrade.plan.Policy;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Collectors;

/**
 * One run:
 *
 * <ol>
 *   <li>the cluster boots on the former version, the product is started on it, both Core packages are uploaded;
 *   <li>files flow, from before the first step until after the last unit's end;
 *   <li>the upgrade is started over REST and followed; what is to be killed is killed;
 *   <li>files in flight are waited out, both books are closed, the lab writes down what it saw;
 *   <li>everything is ended, unless it shall be kept.
 * </ol>
 */
final class Demo {
    static final Version TARGET = new Version("5.17.0-1");
    private static final Duration QUIET = Duration.ofSeconds(60);
    private static final Duration AFTERWARDS = Duration.ofSeconds(3);

    private final Folders folders;
    private final DemoRequest request;
    private final Voice voice;
    private final Clock clock = Clock.systemUTC();

    Demo(Path home, DemoRequest request) {
        this.folders = Folders.in(home);
        this.request = request;
        this.voice = new Voice(
                Screen.on(
                        System.out,
                        Boolean.getBoolean("lab.terminal") && !request.places().plain()),
                clock.instant());
    }

    /** The exit status. */
    int run() {
        Machine.check(folders, request);
        var policy = PolicyFile.read(request.places().policy());
        var config = LabSettings.read(folders, request);
        try (var closing = new Closing()) {
            var cluster = boot(config, closing);
            var seen = request.doing().careless()
                    ? careless(cluster, config, closing)
                    : upgrade(cluster, config, policy, closing);
            if (request.doing().keep()) {
                cluster.keepRunning();
                closing.keep();
            }
            return tell(seen);
        }
    }

    private int tell(Seen seen) {
        seen.write(folders.report());
        request.places().report().ifPresent(seen::write);
        Timeline.of(seen.report(), seen.balance()).forEach(voice::show);
        var status = ExitStatus.of(seen.report(), seen.balance());
        status.reasons().forEach(reason -> voice.show("NOT as it should be: " + reason));
        voice.show("report: " + request.places().report().orElse(folders.report()));
        return status.code();
    }

    private Cluster boot(ClusterConfig config, Closing closing) {
        voice.say(config.shape().cores() + " Cores and " + config.shape().gateways() + " gateways are booted …");
        var cluster = Cluster.create(config);
        closing.add(cluster::close);
        folders.clear();
        if (!request.doing().careless()) {
            Machine.checkPorts(cluster.hosts().get(0).address());
        }
        cluster.boot();
        cluster.installAll();
        return cluster;
    }

    private Seen careless(Cluster cluster, ClusterConfig config, Closing closing) {
        var file = cluster.build(LabPart.CORE, TARGET);
        var stage = stage(cluster, config, closing);
        warmUp(stage.load());
        var span = new Careless(stage).run(file);
        windDown(stage);
        return new Ending(request, stage, config.version(LabPart.CORE), voice.began()).careless(span);
    }

    private Seen upgrade(Cluster cluster, ClusterConfig config, Policy policy, Closing closing) {
        var product = new Product(folders, cluster, request.places().policy());
        var client = product.startControlCenter();
        product.startWorkers(client, config.access().coreKey());
        upload(client, cluster);
        var stage = stage(cluster, config, closing);
        awaitInventory(client, cluster);
        warmUp(stage.load());
        var ended = new UpgradeRun(stage, product, client)
                .run(TARGET, request.doing().kills());
        windDown(stage);
        if (request.doing().keep()) {
            sayWhereAllIs(product.configs());
        }
        return new Ending(request, stage, config.version(LabPart.CORE), voice.began()).upgraded(ended, policy);
    }

    private void sayWhereAllIs(ProductConfigs configs) {
        voice.show("console:          " + configs.controlCenterUrl());
        voice.show("administrator:    token in " + configs.controlCenterData().resolve("admin.token"));
        voice.show("Temporal Web UI:  " + configs.webUi());
        voice.show("all is left running; the next ./demo ends it");
    }

    /** The former version too: it is the way back. */
    private static void upload(ControlCenterClient client, Cluster cluster) {
        client.upload(cluster.build(LabPart.CORE, cluster.config().version(LabPart.CORE)));
        client.upload(cluster.build(LabPart.CORE, TARGET));
    }

    private Stage stage(Cluster cluster, ClusterConfig config, Closing closing) {
        var cores = cluster.instances(LabPart.CORE).stream()
                .collect(Collectors.toMap(core -> core.id(), core -> cluster.core(core.id())));
        var watches = new Watches(new ReadinessWatch(cores), new InstallerWatch(cluster.hosts()));
        closing.add(watches::close);
        var identity = cluster.instances(LabPart.IDENTITY_SERVICE).get(0);
        var keys = new KeyStock(
                new IdentityClient(identity.url()),
                config.access().user(),
                config.access().password());
        closing.add(keys::close);
        var gateways = cluster.instances(LabPart.API_GATEWAY).stream()
                .map(gateway -> gateway.url())
                .toList();
        var traffic = request.traffic();
        var load = new Load(gateways, keys, new FileMix(traffic.seed()), traffic.rate());
        closing.add(load::close);
        return new Stage(cluster, load, watches, voice);
    }

    private void awaitInventory(ControlCenterClient client, Cluster cluster) {
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

    /** Files flow before the first step. */
    private void warmUp(Load load) {
        voice.say("files flow, " + request.traffic().rate() + " a second …");
        load.start();
        Waiting.until(
                "the first verdicts", Duration.ofSeconds(60), () -> load.files().toldCount() >= 20);
    }

    /** A little more after the last unit's end, at least as many as asked for, then all verdicts are waited out. */
    private void windDown(Stage stage) {
        var load = stage.load();
        var ended = clock.instant();
        Waiting.until(
                "enough files",
                Duration.ofHours(1),
                () -> load.files().acceptedCount() >= request.traffic().files()
                        && Duration.between(ended, clock.instant()).compareTo(AFTERWARDS) > 0);
        load.stopSending();
        voice.say("no more files are sent; those in flight are waited out …");
        var stopped = clock.instant();
        Waiting.until("the last verdict", Duration.ofHours(1), () -> load.inFlight() == 0 || isQuiet(load, stopped));
        voice.status("");
    }

    private boolean isQuiet(Load load, Instant stopped) {
        var last = load.files().lastVerdict();
        var since = last.isAfter(stopped) ? last : stopped;
        return Duration.between(since, clock.instant()).compareTo(QUIET) > 0;
    }
}
