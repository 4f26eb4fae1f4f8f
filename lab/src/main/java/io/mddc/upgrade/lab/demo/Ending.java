package io.mddc.upgrade.lab.demo;

import io.mddc.upgrade.cluster.Component;
import io.mddc.upgrade.cluster.Version;
import io.mddc.upgrade.lab.chaos.KillReport;
import io.mddc.upgrade.lab.chaos.Victim;
import io.mddc.upgrade.lab.host.LabInstance;
import io.mddc.upgrade.lab.ledger.Blame;
import io.mddc.upgrade.lab.packaging.LabPart;
import io.mddc.upgrade.plan.Policy;
import io.mddc.upgrade.run.Outcome;
import io.mddc.upgrade.run.UnitState;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Closes the books and puts together what the lab saw. */
final class Ending {
    private final DemoRequest request;
    private final Stage stage;
    private final Version from;

    Ending(DemoRequest request, Stage stage) {
        this.request = request;
        this.stage = stage;
        this.from = stage.cluster().config().version(LabPart.CORE);
    }

    Seen upgraded(UpgradeRun.Ended ended, Policy policy) {
        var blame = blame(ended.kills());
        var books = ClosedBooks.of(stage, blame);
        var facts = new CoreFacts(stage.cluster(), stage.watches(), books.files());
        var story = new UnitStory(ended.view(), ended.events());
        var reporting = new Reporting(facts, from, Demo.TARGET);
        var units = cores().stream()
                .map(core -> reporting.unit(core, story, policy.soak()))
                .toList();
        var told = new Told(
                request.doing().engine().word(), outcome(ended), ended.kills(), reporting.orphans(kept(story)));
        var report = report(told, story.inWork().orElse(ended.span()), books, units);
        var databases = new PackageDatabases(stage.cluster());
        int asked = policy.minimumActive().getOrDefault(Component.CORE, units.size() - 1);
        return new Seen(report, books.balance(), asked - blame.died().size(), databases.broken(units));
    }

    Seen careless(Span span) {
        var books = ClosedBooks.of(stage, Blame.NOBODY);
        var facts = new CoreFacts(stage.cluster(), stage.watches(), books.files());
        var reporting = new Reporting(facts, from, Demo.TARGET);
        var units = cores().stream().map(reporting::unit).toList();
        var told = new Told("none", Optional.empty(), List.of(), reporting.orphans(cores()));
        return new Seen(report(told, span, books, units), books.balance(), units.size() - 1, List.of());
    }

    private record Told(
            String engine, Optional<Outcome> outcome, List<KillReport> kills, Optional<Integer> orphanIsolations) {}

    private DemoReport report(Told told, Span span, ClosedBooks books, List<DemoReport.Unit> units) {
        return new DemoReport(
                told.engine(),
                request.scenario(),
                request.traffic().seed(),
                told.outcome(),
                DemoReport.Files.of(books.balance()),
                stage.load().requests().counts(),
                List.of(new Impacts(stage.load().requests(), told.kills()).of(Component.CORE, span)),
                units,
                told.kills(),
                minActive(span),
                Optional.empty(),
                told.orphanIsolations(),
                Reporting.seconds(Duration.between(
                        stage.voice().began(), Clock.systemUTC().instant())));
    }

    private Map<Component, Integer> minActive(Span span) {
        return SharedBooks.fewest(stage.cluster().shared().activeHistory(), span.begin(), span.end())
                .map(fewest -> Map.of(Component.CORE, fewest))
                .orElse(Map.of());
    }

    /** A FAILED unit's isolation is no orphan: a person is named for it. */
    private List<LabInstance> kept(UnitStory story) {
        return cores().stream()
                .filter(core -> !story.state(core.id()).equals(Optional.of(UnitState.FAILED)))
                .toList();
    }

    private List<LabInstance> cores() {
        return stage.cluster().instances(LabPart.CORE);
    }

    private static Optional<Outcome> outcome(UpgradeRun.Ended ended) {
        return ControlCenterClient.text(ended.view().path("outcome")).map(Outcome::valueOf);
    }

    private Blame blame(List<KillReport> kills) {
        var killed = kills.stream()
                .filter(kill -> kill.what().equals(Victim.INSTANCE.word()))
                .map(kill ->
                        new Blame.Gone(kill.instance().map(Object::toString).orElseThrow(), kill.at()))
                .toList();
        return new Blame(
                killed,
                OwnDeaths.in(stage.cluster()),
                stage.cluster().config().shape().coreLease());
    }
}
