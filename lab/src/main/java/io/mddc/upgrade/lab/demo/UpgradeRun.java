package io.mddc.upgrade.lab.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.mddc.upgrade.cluster.Component;
import io.mddc.upgrade.cluster.InstanceId;
import io.mddc.upgrade.cluster.UpgradeId;
import io.mddc.upgrade.lab.chaos.Chaos;
import io.mddc.upgrade.lab.chaos.EngineSigns;
import io.mddc.upgrade.lab.chaos.KillOrder;
import io.mddc.upgrade.lab.chaos.KillReport;
import io.mddc.upgrade.lab.chaos.KillStep;
import io.mddc.upgrade.lab.chaos.TerminatedWorkflow;
import io.mddc.upgrade.lab.host.ClusterLayout;
import io.mddc.upgrade.lab.host.LabInstance;
import io.mddc.upgrade.run.Outcome;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Starts the upgrade as a script would, over REST, and follows it to its end; kills what is to be killed on the way. */
final class UpgradeRun {
    private static final Duration LONGEST = Duration.ofMinutes(60);

    private final Stage stage;
    private final Product product;
    private final ControlCenterClient client;
    private final Administrator administrator;

    UpgradeRun(Stage stage, Product product, ControlCenterClient client) {
        this.stage = stage;
        this.product = product;
        this.client = client;
        this.administrator = new Administrator(stage.cluster(), stage.voice());
    }

    /**
     * @param view as {@code GET /upgrades/{id}} shows it at the end
     * @param etas what the product said of the end, against that end
     * @param broken what did not follow it as it should, in sentences
     */
    record Ended(
            Span span,
            JsonNode view,
            List<UpgradeEvent> events,
            List<KillReport> kills,
            List<EmergencyDrill.Stopped> stops,
            FrozenWatch.Found settings,
            List<DemoReport.ToldEta> etas,
            List<String> broken) {
        Ended {
            events = List.copyOf(events);
            kills = List.copyOf(kills);
            stops = List.copyOf(stops);
            etas = List.copyOf(etas);
            broken = List.copyOf(broken);
        }

        Optional<Outcome> outcome() {
            return ControlCenterClient.text(view.path("outcome")).map(Outcome::valueOf);
        }
    }

    Ended run(List<Target> targets, DemoRequest.Doing doing, long seed) {
        var started = Clock.systemUTC().instant();
        var id = client.start(request(targets), UUID.randomUUID().toString());
        stage.voice()
                .say("upgrade " + id + " to " + targets + ": "
                        + product.configs().controlCenterUrl() + "/upgrades/" + id);
        warnings(client.upgrade(id)).forEach(stage.voice()::say);
        var etas = new EtaBook(() -> client.upgrade(id), Clock.systemUTC());
        try (var feed = new EventFeed(client, id);
                var terminal = product.watch(id);
                var engine = new EngineSigns(product.configs().engineTarget());
                var chaos = chaos(doing.kills(), feed, engine, id);
                var settings = new FrozenWatch(client, id);
                var drill = drill(new EmergencyDrill.Order(doing.emergencyStops(), seed));
                var installs = new InstallWatch(
                        id, product.journals(), instance -> chaos.begins(KillStep.INSTALL, instance))) {
            feed.tell(new Narrator(stage, started, id, new Progress(units(targets)), etas)::tell);
            feed.tell(event -> begins(chaos, event));
            feed.tell(event -> event.steps().filter(KillStep.DRAIN::equals).forEach(step -> drill.begin()));
            feed.tell(event -> administrator.read(event, doing.administrator(), () -> client.tell(id, "abort")));
            feed.tell(etas::see);
            feed.start();
            var view = awaitEnd(id);
            administrator.finish();
            int answers = feed.answers();
            Waiting.until("the last events", LONGEST, () -> feed.answers() >= answers + 2);
            var span = new Span(started, Clock.systemUTC().instant());
            var broken = new ArrayList<>(terminal.broken(feed.events()));
            var kills = reports(chaos, installs);
            broken.addAll(new OpenInstallsAwaited(stage.cluster(), targets, kills).broken());
            var thawed = settings.found();
            broken.addAll(thawed.broken());
            broken.addAll(drill.broken());
            var told = etas.against(truth(feed.events(), view, span));
            return new Ended(span, view, feed.events(), kills, drill.reports(), thawed, told, broken);
        }
    }

    /** From when it runs to when it says that it has ended. */
    private static Span truth(List<UpgradeEvent> events, JsonNode view, Span seen) {
        var begin = events.stream()
                .filter(event -> event.instance().isEmpty() && event.state().equals(Optional.of("RUNNING")))
                .map(UpgradeEvent::at)
                .findFirst()
                .orElse(seen.begin());
        return new Span(
                begin,
                ControlCenterClient.text(view.path("endedAt"))
                        .map(Instant::parse)
                        .orElse(seen.end()));
    }

    private EmergencyDrill drill(EmergencyDrill.Order order) {
        var sight = new EmergencyDrill.Sight(stage.cluster(), new InstallJournals(product.journals()));
        return new EmergencyDrill(order, new Administration(client), sight, stage.voice());
    }

    /** What the plan found, though it does not keep the upgrade from being started. */
    private static List<String> warnings(JsonNode view) {
        var sentences = new ArrayList<String>();
        view.path("findings")
                .forEach(finding ->
                        sentences.add("the plan warns, " + finding.path("code").asText() + ": "
                                + finding.path("sentence").asText()));
        return sentences;
    }

    private Chaos chaos(List<KillOrder> kills, EventFeed feed, EngineSigns engine, UpgradeId id) {
        return new Chaos(
                kills,
                new LabTargets(stage.cluster(), product, new TerminatedWorkflow(engine, id)),
                new LabSigns(engine, feed, stage.watches().readiness(), id));
    }

    private List<KillReport> reports(Chaos chaos, InstallWatch installs) {
        installs.close();
        chaos.neverCame()
                .forEach(order -> stage.voice().say(order.option() + ": that step never came, nothing was ended"));
        return chaos.reports();
    }

    private void begins(Chaos chaos, UpgradeEvent event) {
        event.steps().forEach(step -> chaos.begins(step, event.instance().orElseGet(() -> first(event))));
    }

    /** Of the stage's component; maintenance is for the File Storage. */
    private InstanceId first(UpgradeEvent event) {
        var component = event.component().orElse(Component.FILE_STORAGE);
        return stage.cluster().upgradeable().stream()
                .filter(instance -> instance.part().component().equals(Optional.of(component)))
                .map(LabInstance::id)
                .findFirst()
                .orElse(ClusterLayout.FILE_STORAGE);
    }

    private int units(List<Target> targets) {
        return targets.stream()
                .mapToInt(target -> stage.cluster().instances(target.part()).size())
                .sum();
    }

    private static JsonNode request(List<Target> targets) {
        var request = JsonNodeFactory.instance.objectNode();
        var list = request.putArray("targets");
        targets.forEach(target -> list.addObject()
                .put("component", target.component().name())
                .put("version", target.version().value()));
        request.putArray("hosts");
        return request;
    }

    private JsonNode awaitEnd(UpgradeId id) {
        var watch = new EndWatch(client, id);
        Waiting.until("the end of upgrade " + id, LONGEST, watch::hasEnded);
        return watch.view();
    }
}
