package io.mddc.upgrade.lab.demo;

import io.mddc.upgrade.cluster.Component;
import io.mddc.upgrade.lab.chaos.KillReport;
import io.mddc.upgrade.lab.chaos.Victim;
import io.mddc.upgrade.lab.host.LabInstance;
import io.mddc.upgrade.lab.ledger.Blame;
import io.mddc.upgrade.lab.packaging.LabPart;
import io.mddc.upgrade.plan.Policy;
import io.mddc.upgrade.run.UnitState;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Closes the books and puts together what the lab saw. */
final class Ending {
    private final DemoRequest request;
    private final Stage stage;
    private final List<Target> targets;

    Ending(DemoRequest request, Stage stage) {
        this.request = request;
        this.stage = stage;
        this.targets = request.scenario().targets();
    }

    Seen upgraded(UpgradeRun.Ended ended, Policy policy) {
        var blame = blame(ended.kills());
        var books = ClosedBooks.of(stage, blame);
        var facts = new InstanceFacts(stage.cluster(), stage.watches(), books.files());
        var story = new UnitStory(ended.view(), ended.events());
        var outages = new Outages(stage.cluster(), ended.kills());
        var units = units((reporting, instance) -> reporting.unit(instance, story, policy.soak()), facts, outages);
        var told = new Summary.Told(
                request.doing().engine().word(),
                ended.outcome(),
                ended.kills(),
                ended.stops(),
                ended.settings(),
                facts.orphans(kept(story)),
                ended.etas());
        var closed = MaintenanceFacts.of(stage, ended.kills());
        var spans = spans(target -> span(target, story, closed).orElse(ended.span()));
        var others = new ArrayList<>(new PackageDatabases(stage.cluster()).broken(units));
        others.addAll(new Bystanders(stage, spans, ended.kills()).broken());
        others.addAll(new ClosedDoors(stage, closed.closed()).broken(person(units)));
        others.addAll(ended.broken());
        var report = new Summary(request, stage, spans).of(told, books, units);
        return new Seen(report, books.balance(), asked(policy, blame), others);
    }

    /** The File Storage's is as long as the system was closed for it. */
    private Optional<Span> span(Target target, UnitStory story, MaintenanceFacts closed) {
        return target.part() == LabPart.FILE_STORAGE ? closed.closed() : story.inWork(stage.ids(target.part()));
    }

    private static ClosedDoors.Person person(List<DemoReport.Unit> units) {
        boolean isNamed = units.stream()
                .filter(unit -> unit.component() == Component.FILE_STORAGE)
                .anyMatch(unit -> unit.end().equals(Optional.of(UnitState.FAILED)));
        return isNamed ? ClosedDoors.Person.NAMED : ClosedDoors.Person.NOT_NEEDED;
    }

    Seen careless(Span span) {
        var books = ClosedBooks.of(stage, Blame.NOBODY);
        var facts = new InstanceFacts(stage.cluster(), stage.watches(), books.files());
        var units = units(Reporting::unit, facts, new Outages(stage.cluster(), List.of()));
        var told = new Summary.Told(
                "none",
                Optional.empty(),
                List.of(),
                List.of(),
                FrozenWatch.Found.NOTHING,
                facts.orphans(upgraded()),
                List.of());
        var fewest = fewest(target -> stage.ids(target.part()).size() - 1);
        var report = new Summary(request, stage, spans(target -> span)).of(told, books, units);
        return new Seen(report, books.balance(), fewest, List.of());
    }

    private List<DemoReport.Unit> units(
            BiFunction<Reporting, LabInstance, DemoReport.Unit> seen, InstanceFacts facts, Outages outages) {
        return targets.stream()
                .flatMap(target -> {
                    var reporting = new Reporting(
                            facts, outages, stage.cluster().config().version(target.part()), target);
                    return stage.cluster().instances(target.part()).stream()
                            .map(instance -> seen.apply(reporting, instance));
                })
                .toList();
    }

    /** So many of each component had to take work, but for Cores that ended by themselves. */
    private Map<Component, Integer> asked(Policy policy, Blame blame) {
        return fewest(target -> policy.minimumActive()
                        .getOrDefault(
                                target.component(), stage.ids(target.part()).size() - 1)
                - (target.part() == LabPart.CORE ? blame.died().size() : 0));
    }

    private Map<Component, Integer> fewest(Function<Target, Integer> number) {
        return targets.stream().collect(Collectors.toMap(Target::component, number));
    }

    /** When units of each target were in work. */
    private Map<Target, Span> spans(Function<Target, Span> span) {
        return targets.stream().collect(Collectors.toMap(Function.identity(), span));
    }

    /** All that could be isolated, upgraded or not. A FAILED unit's isolation is no orphan: a person is named for it. */
    private List<LabInstance> kept(UnitStory story) {
        return stage.cluster().upgradeable().stream()
                .filter(instance -> !story.state(instance.id()).equals(Optional.of(UnitState.FAILED)))
                .toList();
    }

    private List<LabInstance> upgraded() {
        return targets.stream()
                .flatMap(target -> stage.cluster().instances(target.part()).stream())
                .toList();
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
