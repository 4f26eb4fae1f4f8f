package io.mddc.upgrade.lab.demo;

import io.mddc.upgrade.lab.chaos.KillReport;
import io.mddc.upgrade.lab.ledger.Balance;
import io.mddc.upgrade.run.UnitState;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** The report as people read it. */
final class Timeline {
    private Timeline() {}

    static List<String> of(DemoReport report, Balance balance) {
        var lines = new ArrayList<String>();
        lines.add("");
        lines.addAll(ledger(report, balance));
        lines.add("");
        report.units().forEach(unit -> lines.add(unit(unit)));
        report.kills().forEach(kill -> lines.add(kill(kill)));
        lines.add("");
        lines.add("Cores taking work: never fewer than " + report.minActive().values() + "; isolations left: "
                + report.orphanIsolations().map(Object::toString).orElse("not known"));
        report.impact().forEach(impact -> lines.add(impact(impact)));
        return lines;
    }

    static String files(DemoReport.Files files) {
        return String.format(
                Locale.ROOT,
                "files     %d accepted = %d finished + %d failed + %d in flight + %d lost; wrong verdicts: %d",
                files.accepted(),
                files.finished(),
                files.failed(),
                files.inFlight(),
                files.lost(),
                files.wrongVerdict());
    }

    private static List<String> ledger(DemoReport report, Balance balance) {
        var lines = new ArrayList<String>();
        lines.add(files(report.files()));
        lines.add(String.format(
                Locale.ROOT,
                "requests  %d sent, %d failed, %d refused",
                report.requests().sent(),
                report.requests().failed(),
                report.requests().refused()));
        lines.add("books     " + (balance.closes() ? "close" : "do NOT close"));
        balance.discrepancies().stream().limit(10).forEach(found -> lines.add("          " + found.sentence()));
        return lines;
    }

    private static String unit(DemoReport.Unit unit) {
        var steps = unit.steps().stream().map(Timeline::step).collect(Collectors.joining("  "));
        return String.format(
                Locale.ROOT,
                "%-8s %s → %s  %-9s %s  | floor %s, over it %s",
                unit.instance(),
                unit.from(),
                unit.running().orElse("no answer"),
                unit.end().map(UnitState::name).orElse(""),
                steps,
                seconds(unit.floorSeconds()),
                seconds(unit.overheadSeconds()));
    }

    private static String step(DemoReport.StepSpan span) {
        var took = span.end().map(end -> Reporting.seconds(Duration.between(span.begin(), end)));
        return span.step().name().toLowerCase(Locale.ROOT) + " " + seconds(took);
    }

    private static String kill(KillReport kill) {
        return "killed " + kill.what() + " at " + kill.step()
                + kill.instance().map(id -> " of " + id).orElse("") + ": went on "
                + kill.resumedAfterSeconds()
                        .map(after -> seconds(Optional.of(after)) + " after its restart")
                        .orElse("never");
    }

    private static String impact(DemoReport.Impact impact) {
        return String.format(
                Locale.ROOT,
                "while %s was upgraded (level %d): %d submissions, %d results, %d downloads missed; longest gap %.1f s",
                impact.component().title(),
                impact.level(),
                impact.submissionsFailed(),
                impact.resultsFailed(),
                impact.downloadsFailed(),
                impact.longestGapSeconds());
    }

    private static String seconds(Optional<Double> value) {
        return value.map(number -> String.format(Locale.ROOT, "%.1f s", number)).orElse("–");
    }
}
