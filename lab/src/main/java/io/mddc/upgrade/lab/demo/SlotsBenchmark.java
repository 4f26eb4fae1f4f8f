package io.mddc.upgrade.lab.demo;

import com.fasterxml.jackson.databind.JsonNode;
import io.mddc.upgrade.json.UpgradeJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.StreamSupport;

/**
 * The same upgrade twice, each on a cluster of its own: with as many slots as the policy says, then one unit after another.
 * Shows how long each took and their ratio; no time is asserted, for it depends on what else the machine does.
 */
final class SlotsBenchmark {
    private final Path home;
    private final DemoRequest request;
    private final Folders folders;

    SlotsBenchmark(Path home, DemoRequest request) {
        this.home = home;
        this.request = request;
        this.folders = Folders.in(home);
    }

    /**
     * @param load of the machine, as /proc shows it before the run
     * @param seconds from the first upload to the last unit's end
     */
    record Run(int concurrency, int exit, String load, double seconds) {
        String line() {
            return String.format(
                    Locale.ROOT,
                    "at most %2d at once  %6.1f s  exit %d  load before: %s",
                    concurrency,
                    seconds,
                    exit,
                    load);
        }
    }

    /** What is written. */
    record Report(int cores, List<Run> runs, double ratio) {
        Report {
            runs = List.copyOf(runs);
        }

        static Report of(int cores, Run wide, Run single) {
            return new Report(cores, List.of(wide, single), single.seconds() / wide.seconds());
        }

        String line() {
            return String.format(
                    Locale.ROOT,
                    "%d Cores: one after another takes %.2f times as long as at most %d at once",
                    cores,
                    ratio,
                    runs.get(0).concurrency());
        }
    }

    /** The exit status: of the first run that did not succeed. */
    int run() {
        var wide = once(request.places().policy());
        var single = once(PolicyFile.oneAfterAnother(
                request.places().policy(), Folders.made(folders.work()).resolve("one-after-another.yml")));
        var report = Report.of(request.shape().cores(), wide, single);
        var file = request.places().report().orElse(folders.work().resolve("slots.json"));
        Folders.writeJson(file, report);
        var voice = Voice.of(request.places());
        voice.show("");
        report.runs().forEach(run -> voice.show(run.line()));
        voice.show(report.line());
        voice.show("report: " + file);
        return wide.exit() != 0 ? wide.exit() : single.exit();
    }

    private Run once(Path policy) {
        var load = load();
        int exit = new Demo(home, request.under(policy)).run();
        return new Run(PolicyFile.read(policy).concurrency(), exit, load, seconds(folders.report()));
    }

    private static String load() {
        return read(Path.of("/proc/loadavg")).strip();
    }

    private static double seconds(Path report) {
        try {
            var moments = StreamSupport.stream(
                            UpgradeJson.mapper()
                                    .readTree(report.toFile())
                                    .path("units")
                                    .spliterator(),
                            false)
                    .flatMap(unit -> StreamSupport.stream(unit.path("steps").spliterator(), false))
                    .flatMap(step -> List.of(step.path("begin"), step.path("end")).stream())
                    .filter(JsonNode::isTextual)
                    .map(moment -> Instant.parse(moment.asText()))
                    .sorted()
                    .toList();
            return moments.isEmpty()
                    ? 0
                    : Reporting.seconds(Duration.between(moments.get(0), moments.get(moments.size() - 1)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
