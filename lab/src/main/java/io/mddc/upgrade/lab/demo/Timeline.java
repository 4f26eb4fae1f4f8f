package io.mddc.upgrade.lab.demo;

import io.mddc.upgrade.lab.chaos.KillReport;
import io.mddc.upgrade.lab.chaos.Victim;
import io.mddc.upgrade.lab.ledger.Balance;
import io.mddc.upgrade.run.UnitState;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** The report as people read it. */
final class Timeline {
    private static final String IMPACT_ROW = "%-22s %5s %8s %8s %9s %5s %8s %8s";

    private Timeline() {}

    static List<String> of(DemoReport report, Balance balance) {
        var lines = new ArrayList<String>();
        lines.add("");
        lines.addAll(ledger(report, balance));
        lines.add("");
        report.units().forEach(unit -> lines.add(unit(unit)));
        report.kills().forEach(kill -> lines.add(kill(kill)));
        lines.add("");
        report.minActive()
                .forEach((component, fewest) ->
                        lines.add(component.title() + " taking work: never fewer than " + fewest));
        lines.add("isolations left: "
                + report.orphanIsolations().map(Object::toString).orElse("not known"));
        report.processesKept()
                .ifPresent(kept -> lines.add(
                        "Cores and gateways " + (kept ? "kept" : "did NOT keep") + " their processes beside it"));
        report.maintenance().ifPresent(maintenance -> lines.addAll(maintenance.lines()));
        lines.addAll(impacts(report.impact()));
        report.etas().forEach(eta -> lines.add(eta(eta)));
        return lines;
    }

    static String files(DemoReport.Files files) {
        return String.format(
                Locale.ROOT,
                "files     %d accepted = %d finished + %d failed + %d in flight + %d lost; wrong verdicts: %d%s",
                files.accepted(),
                files.finished(),
                files.failed(),
                files.inFlight(),
                files.lost(),
                files.wrongVerdict(),
                files.checks() == 0 ? "" : "; of operators: " + files.checks());
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
                "%-14s %s → %s  %-11s %s  | floor %s, over it %s%s",
                unit.instance(),
                unit.from(),
                unit.running().orElse("no answer"),
                unit.end().map(UnitState::name).orElse(""),
                steps,
                seconds(unit.floorSeconds()),
                seconds(unit.overheadSeconds()),
                unit.outageSeconds()
                        .filter(outage -> outage > 0)
                        .map(outage -> ", " + seconds(Optional.of(outage)) + " of that without what was killed")
                        .orElse(""));
    }

    private static String step(DemoReport.StepSpan span) {
        var took = span.end().map(end -> Reporting.seconds(Duration.between(span.begin(), end)));
        return span.step().name().toLowerCase(Locale.ROOT) + " " + seconds(took);
    }

    private static String eta(DemoReport.ToldEta eta) {
        return String.format(
                Locale.ROOT,
                "ETA after %d units: in %.1f s (%.1f to %.1f s, %s), truth in %.1f s, off by %+.1f %% (of what was left %+.1f %%)",
                eta.afterUnits(),
                seconds(eta.at(), eta.expected()),
                seconds(eta.at(), eta.earliest()),
                seconds(eta.at(), eta.latest()),
                eta.sentence(),
                seconds(eta.at(), eta.actual()),
                eta.offPercent(),
                eta.offPercentOfRest());
    }

    private static double seconds(Instant from, Instant to) {
        return Reporting.seconds(Duration.between(from, to));
    }

    private static String kill(KillReport kill) {
        if (kill.what().equals(Victim.WORKFLOW.word())) {
            return "terminated the workflow at " + kill.step()
                    + kill.instance().map(id -> " of " + id).orElse("") + ": the cleanup began "
                    + kill.resumedAfterSeconds()
                            .map(after -> seconds(Optional.of(after)) + " later")
                            .orElse("never");
        }
        return "killed " + kill.what() + " at " + kill.step()
                + kill.instance().map(id -> " of " + id).orElse("") + ": went on "
                + kill.resumedAfterSeconds()
                        .map(after -> seconds(Optional.of(after)) + " after its restart")
                        .orElse("never");
    }

    private static List<String> impacts(List<DemoReport.Impact> impacts) {
        var lines = new ArrayList<String>();
        lines.add(String.format(
                IMPACT_ROW, "missed while upgraded", "level", "submit", "result", "download", "key", "sign-in", "gap"));
        impacts.forEach(impact -> lines.add(String.format(
                IMPACT_ROW,
                impact.component().title(),
                impact.level(),
                impact.submissionsFailed(),
                impact.resultsFailed(),
                impact.downloadsFailed(),
                impact.keysRefused(),
                impact.signInsFailed().map(Object::toString).orElse("–"),
                seconds(Optional.of(impact.longestGapSeconds())))));
        return lines;
    }

    /** In words. */
    static String missed(DemoReport.Impact impact) {
        return String.format(
                Locale.ROOT,
                "%d submissions, %d results, %d downloads, %d keys, %d sign-ins missed",
                impact.submissionsFailed(),
                impact.resultsFailed(),
                impact.downloadsFailed(),
                impact.keysRefused(),
                impact.signInsFailed().orElse(0));
    }

    private static String seconds(Optional<Double> value) {
        return value.map(number -> String.format(Locale.ROOT, "%.1f s", number)).orElse("–");
    }
}
