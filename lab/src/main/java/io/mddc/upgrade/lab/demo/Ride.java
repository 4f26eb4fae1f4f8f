package io.mddc.upgrade.lab.demo;

import io.mddc.upgrade.lab.chaos.EngineSigns;
import io.mddc.upgrade.lab.host.ClusterConfig;
import io.mddc.upgrade.lab.ledger.Blame;
import io.mddc.upgrade.lab.ride.Combination;
import io.mddc.upgrade.lab.ride.CommandTable;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Many upgrades one after another on one cluster, while files flow: each is given one command in one step of a unit, comes to
 * its end, and leaves the cluster as the next one wants it. At the end both books are closed.
 */
final class Ride {
    /** Longer ones would make a drain the most of every upgrade. */
    private static final Duration LONGEST_SCAN = Duration.ofSeconds(3);

    private static final int TRIES = 3;

    private final Folders folders;
    private final DemoRequest request;
    private final List<Combination> combinations;
    private final Voice voice;
    private final Opening opening;
    private final Flow flow;

    Ride(Path home, DemoRequest request, List<Combination> combinations) {
        this.folders = Folders.in(home);
        this.request = request;
        this.combinations = List.copyOf(combinations);
        this.voice = Voice.of(request.places());
        this.opening = new Opening(folders, request, voice);
        this.flow = new Flow(request.traffic());
    }

    /** The exit status. */
    int run() {
        Machine.check(folders, request);
        try (var closing = new Closing()) {
            var report = ride(closing);
            Folders.writeJson(folders.report(), report);
            request.places().report().ifPresent(file -> Folders.writeJson(file, report));
            report.lines().forEach(voice::show);
            voice.show("report: " + request.places().report().orElse(folders.report()));
            return report.isGood() ? 0 : 1;
        }
    }

    private RideReport ride(Closing closing) {
        var cluster = opening.boot(config(), closing);
        var product = new Product(
                folders, cluster, request.places().policy(), request.doing().engine());
        var client = product.startControlCenter();
        product.startWorkers(client, cluster.config().access().operatorKey());
        opening.prepare(client, cluster);
        var stage = Stage.open(cluster, request.traffic(), voice, closing);
        stage.load().visit(client.console());
        opening.awaitInventory(client, cluster);
        flow.begin(stage);
        try (var engine = new EngineSigns(product.configs().engineTarget())) {
            var table = CommandTable.read(folders.home().resolve("docs/design.md"));
            var one = new RideRun(stage, product, client, new RideCheck(stage, client, engine), table);
            var ridden = rideAll(one);
            flow.end(stage);
            var seconds = Reporting.seconds(
                    Duration.between(voice.began(), Clock.systemUTC().instant()));
            return RideReport.of(
                    request.traffic().seed(),
                    ridden,
                    ClosedBooks.of(stage, Blame.NOBODY).balance(),
                    seconds);
        }
    }

    private List<Ridden> rideAll(RideRun one) {
        var ridden = new ArrayList<Ridden>();
        for (var combination : combinations) {
            ridden.add(inItsMoment(one, combination));
        }
        return ridden;
    }

    /** A command that came when its step was over is sent once more, in the next upgrade. */
    private Ridden inItsMoment(RideRun one, Combination combination) {
        var ridden = one.run(combination);
        for (int n = 1; n < TRIES && ridden.isLate() && ridden.differences().isEmpty(); n++) {
            voice.say(combination + " came too late: once more");
            ridden = one.run(combination);
        }
        return ridden;
    }

    private ClusterConfig config() {
        var config = LabSettings.read(folders, request);
        var core = config.core();
        var scan = core.scanTime();
        var times = new ClusterConfig.ScanTimes(scan.seed(), scan.median(), LONGEST_SCAN, LONGEST_SCAN);
        return config.with(new ClusterConfig.CoreNumbers(core.filesAtOnce(), core.engineLoadTime(), times));
    }
}
