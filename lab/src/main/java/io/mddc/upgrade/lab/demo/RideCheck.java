package io.mddc.upgrade.lab.demo;

import io.mddc.upgrade.cluster.Component;
import io.mddc.upgrade.lab.chaos.EngineSigns;
import io.mddc.upgrade.lab.host.LabInstance;
import io.mddc.upgrade.lab.packaging.LabPart;
import io.mddc.upgrade.lab.service.http.PartUnreachable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Holds what an upgrade left behind against what must be: the cluster whole, each unit as it is said, nothing orphaned. */
final class RideCheck {
    private static final Duration SETTLED = Duration.ofSeconds(15);

    private final Stage stage;
    private final ControlCenterClient client;
    private final EngineSigns engine;

    RideCheck(Stage stage, ControlCenterClient client, EngineSigns engine) {
        this.stage = stage;
        this.client = client;
        this.engine = engine;
    }

    /** What is not as it should be, in sentences; what may need a moment to be seen gets it. */
    List<String> left(RideOrder order, UnitStory story, Span span) {
        var differences = new ArrayList<String>();
        differences.addAll(settled(this::notTakingWork));
        differences.addAll(settled(this::openInstalls));
        differences.addAll(settled(this::openWorkflows));
        differences.addAll(tooFew(span));
        var facts = new InstanceFacts(stage.cluster(), stage.watches(), Map.of());
        var units = order.units().stream()
                .map(core -> unit(core, order, story, facts))
                .toList();
        units.forEach(unit -> differences.addAll(UnitCheck.broken(unit)));
        differences.addAll(new PackageDatabases(stage.cluster()).broken(units));
        return differences;
    }

    private static List<String> settled(Supplier<List<String>> look) {
        return Waiting.became(SETTLED, () -> look.get().isEmpty()) ? List.of() : look.get();
    }

    private List<String> notTakingWork() {
        return cores().stream()
                .filter(core -> !takesWork(core))
                .map(core -> core.id() + " does not take work")
                .toList();
    }

    /** It is neither isolated nor in trouble, and has its lease. */
    private boolean takesWork(LabInstance core) {
        try {
            var probe = stage.cluster().probe(core.id());
            return probe.isolation().isEmpty() && probe.work().takingWork();
        } catch (PartUnreachable e) {
            return false;
        }
    }

    private List<String> openInstalls() {
        return client.workers().stream()
                .filter(worker -> !worker.path("openInstalls").isEmpty())
                .map(worker -> "the worker of " + worker.path("host").asText() + " reports the open installs "
                        + worker.path("openInstalls"))
                .toList();
    }

    private List<String> openWorkflows() {
        return engine.openWorkflows().stream()
                .map(workflow -> "the workflow " + workflow + " has not ended")
                .toList();
    }

    private List<String> tooFew(Span span) {
        int must = cores().size() - 1;
        return SharedBooks.fewest(stage.cluster().shared().activeHistory(), span.begin(), span.end())
                .filter(fewest -> fewest < must)
                .map(fewest ->
                        List.of("only " + fewest + " Cores took work at some moment, at least " + must + " must"))
                .orElse(List.of());
    }

    private DemoReport.Unit unit(LabInstance core, RideOrder order, UnitStory story, InstanceFacts facts) {
        return new DemoReport.Unit(
                core.id(),
                Component.CORE,
                story.from(core.id()).orElse("nothing"),
                order.target().value(),
                facts.running(core),
                story.state(core.id()),
                facts.installs(core, order.target()),
                Optional.empty(),
                story.steps(core.id()),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private List<LabInstance> cores() {
        return stage.cluster().instances(LabPart.CORE);
    }
}
