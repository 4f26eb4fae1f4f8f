package io.mddc.upgrade.lab.demo;

import static com.google.common.base.Preconditions.checkArgument;

import io.mddc.upgrade.lab.chaos.KillOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine.Option;

/** What is ended by force on the way, and when. */
@SuppressWarnings("FieldMayBeFinal") // picocli sets them
final class KillOptions {
    @Option(
            names = "--kill",
            paramLabel = "WHAT@STEP[:INSTANCE]",
            description = "kill -9 WHAT (control-center, worker, engine, instance, everything) when that step"
                    + " (upload, drain, install, verify, monitor, wayback, stage; with File Storage also maintenance-enter,"
                    + " stop-dependants, backup, start-dependants, maintenance-leave, where INSTANCE is what is killed)"
                    + " begins; it is started again at once.")
    private List<String> kills = List.of();

    @Option(
            names = "--terminate",
            paramLabel = "STEP[:INSTANCE]",
            description =
                    "Terminate the upgrade's workflow in the engine when that step (see --kill) begins, as a person may in"
                            + " its Web UI; it does not come back.")
    private List<String> terminations = List.of();

    /** First the kills, then the terminations; says what is wrong and what is allowed. */
    List<KillOrder> checked(DemoRequest.Shape shape, Scenario upgraded) {
        var orders = new ArrayList<>(ordered("--kill", kills.stream().map(KillOrder::parse), shape, upgraded));
        orders.addAll(ordered("--terminate", terminations.stream().map(KillOrder::parseTermination), shape, upgraded));
        return orders;
    }

    boolean killsAnything() {
        return !kills.isEmpty();
    }

    boolean terminatesAnything() {
        return !terminations.isEmpty();
    }

    private static List<KillOrder> ordered(
            String option, Stream<KillOrder> read, DemoRequest.Shape shape, Scenario upgraded) {
        try {
            var orders = read.toList();
            orders.forEach(order -> requireComes(order, upgraded));
            orders.forEach(order -> order.instance()
                    .ifPresent((order.step().isOfUnit() ? shape.units(upgraded) : shape.all())::require));
            return orders;
        } catch (IllegalArgumentException e) {
            throw new UnusableSetting(option + ": " + e.getMessage());
        }
    }

    private static void requireComes(KillOrder order, Scenario upgraded) {
        checkArgument(
                upgraded.needsMaintenance() || !order.step().isOfMaintenance(),
                "%s: that is not a step of --scenario %s, which closes nothing: allowed is storage, system",
                order,
                upgraded.word());
    }
}
