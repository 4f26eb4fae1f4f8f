package io.mddc.upgrade.lab.demo;

import io.mddc.upgrade.cluster.UpgradeId;
import io.mddc.upgrade.cluster.Version;
import io.mddc.upgrade.lab.fault.FaultKind;
import io.mddc.upgrade.lab.host.LabInstance;
import io.mddc.upgrade.lab.packaging.LabPart;
import io.mddc.upgrade.lab.ride.Combination;
import io.mddc.upgrade.lab.ride.CommandTable;
import io.mddc.upgrade.lab.ride.RideCommand;
import io.mddc.upgrade.run.UnitState;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * One upgrade with its command:
 *
 * <ol>
 *   <li>a version newer than all before is built and uploaded, bad on the unit's host where it is to go back;
 *   <li>the upgrade is started; when the unit's step begins the command is sent, once;
 *   <li>what was paused is resumed, what was skipped or went back is begun anew; it comes to its end;
 *   <li>answer, ends and cluster are held against what must be.
 * </ol>
 */
final class RideRun {
    private static final Duration LONGEST = Duration.ofMinutes(3);

    /** What takes the unit back, for one command after the other. */
    private static final Map<RideCommand, FaultKind> FAULTS = Map.of(
            RideCommand.PAUSE, FaultKind.INSTALLER_FAILS_EARLY,
            RideCommand.ABORT, FaultKind.WRONG_VERDICT,
            RideCommand.ROLLBACK, FaultKind.REPORTS_TROUBLE,
            RideCommand.SKIP, FaultKind.INSTALLER_FAILS_LATE,
            RideCommand.RETRY, FaultKind.WRONG_VERDICT);

    private final Stage stage;
    private final Product product;
    private final ControlCenterClient client;
    private final RideCheck check;
    private final CommandTable table;
    private int upgrades;

    RideRun(Stage stage, Product product, ControlCenterClient client, RideCheck check, CommandTable table) {
        this.stage = stage;
        this.product = product;
        this.client = client;
        this.check = check;
        this.table = table;
    }

    Ridden run(Combination combination) {
        var order = order(combination);
        prepare(order);
        var started = Clock.systemUTC().instant();
        var id = client.start(order.request(), UUID.randomUUID().toString());
        stage.voice().say(combination + " on " + order.unit().id() + ": upgrade " + id + " to " + order.target());
        try (var feed = new EventFeed(client, id);
                var moment = new RideMoment(order.unit().id(), combination.moment(), feed, product.journals())) {
            try {
                return sent(new Under(order, id, feed, started), moment);
            } catch (Waiting.NeverCame e) {
                show(feed);
                throw e;
            }
        }
    }

    /** An upgrade under way. */
    record Under(RideOrder order, UpgradeId id, EventFeed feed, Instant started) {}

    private Ridden sent(Under under, RideMoment moment) {
        var combination = under.order().combination();
        var unit = under.order().unit().id();
        moment.await(LONGEST);
        var sent = Clock.systemUTC().instant();
        var answer = client.tell(under.id(), combination.command().path(unit));
        var span = new Span(sent, Clock.systemUTC().instant());
        stage.voice().say("  answered " + answer.status() + " " + answer.detail());
        if (answer.isTaken() || combination.command() == RideCommand.RETRY) {
            new RideFollowUp(client, stage.cluster(), under.id())
                    .of(combination, under.order().unit());
        }
        var watch = new EndWatch(client, under.id());
        Waiting.until("the end of upgrade " + under.id(), LONGEST, watch::hasEnded);
        int answers = under.feed().answers();
        Waiting.until("the last events", LONGEST, () -> under.feed().answers() >= answers + 2);
        var story = new UnitStory(watch.view(), under.feed().events());
        var ridden = judged(under, story, RideVerdict.states(story.events(), unit, span), answer);
        stage.voice().say("  " + ridden.line());
        if (!ridden.differences().isEmpty()) {
            ridden.differences().forEach(difference -> stage.voice().say("  NOT as it should be: " + difference));
            show(under.feed());
        }
        return ridden;
    }

    private Ridden judged(Under under, UnitStory story, Set<UnitState> states, ControlCenterClient.Answer answer) {
        var order = under.order();
        var combination = order.combination();
        var whole = new Span(under.started(), Clock.systemUTC().instant());
        var ends = order.units().stream()
                .map(LabInstance::id)
                .filter(id -> story.state(id).isPresent())
                .collect(Collectors.toMap(id -> id, id -> story.state(id).orElseThrow()));
        var what = new Ridden.What(
                combination.command(),
                combination.moment(),
                order.unit().id(),
                under.id().value());
        var end = new Ridden.End(
                story.view().path("outcome").asText(),
                ends,
                Reporting.seconds(Duration.between(whole.begin(), whole.end())));
        var ridden = new Ridden(what, states, answer, end, List.of());
        var differences = new ArrayList<>(RideVerdict.of(ridden, table));
        differences.addAll(check.left(order, story, whole));
        return new Ridden(what, states, answer, end, differences);
    }

    private void show(EventFeed feed) {
        feed.events().forEach(event -> stage.voice().say(event.at(), "    " + event.line()));
    }

    private RideOrder order(Combination combination) {
        upgrades++;
        var cores = stage.cluster().instances(LabPart.CORE).subList(0, 2);
        int single = upgrades % 2;
        List<LabInstance> units = combination.needsTwo() ? cores : cores.subList(single, single + 1);
        var unit = units.get(combination.isOnSecond() ? 1 : 0);
        return new RideOrder(combination, unit, units, new Version("5." + (16 + upgrades) + ".0-1"));
    }

    private void prepare(RideOrder order) {
        var cluster = stage.cluster();
        cluster.build(LabPart.CORE, order.target()).values().forEach(client::upload);
        if (order.combination().goesBack()) {
            var fault = FAULTS.getOrDefault(order.combination().command(), FaultKind.WRONG_VERDICT);
            cluster.makeBad(order.unit(), fault, order.target());
        }
    }
}
