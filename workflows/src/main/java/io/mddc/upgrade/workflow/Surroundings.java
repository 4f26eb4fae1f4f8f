package io.mddc.upgrade.workflow;

import io.mddc.upgrade.cluster.Component;
import io.mddc.upgrade.cluster.OperationId;
import io.mddc.upgrade.cluster.UpgradeId;
import io.mddc.upgrade.contract.ClusterState.Place;
import io.mddc.upgrade.contract.DrainOutcome;
import io.mddc.upgrade.contract.HostActivities;
import io.mddc.upgrade.contract.HostOrders;
import io.mddc.upgrade.contract.MaintenanceOrders;
import io.mddc.upgrade.plan.Policy;
import io.mddc.upgrade.run.Step;
import io.mddc.upgrade.workflow.OnHost.Call;
import io.temporal.workflow.Async;
import io.temporal.workflow.CancellationScope;
import io.temporal.workflow.Functions;
import io.temporal.workflow.Promise;
import io.temporal.workflow.Workflow;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** The gateways and Cores around a stage, each reached on its own host, all at once. */
final class Surroundings {
    private static final Duration MARGIN = Duration.ofMinutes(1);
    private static final Duration RETRY_AFTER = Duration.ofSeconds(5);

    /** No unit counts so far. The number only names the effect, which by itself may be done twice. */
    private static final int FIRST_OPERATION = 900_000;

    private final UpgradeId upgrade;
    private final Policy policy;
    private final BiConsumer<Place, Instant> whenSilent;
    private final Map<Component, List<Place>> places = new EnumMap<>(Component.class);
    private int operations = FIRST_OPERATION;

    /**
     * @param whenSilent told once for each silence, with the moment since when the host does not answer
     */
    Surroundings(UpgradeId upgrade, Policy policy, BiConsumer<Place, Instant> whenSilent) {
        this.upgrade = upgrade;
        this.policy = policy;
        this.whenSilent = whenSilent;
    }

    /** As they were when they were first asked for: what was closed is opened, what was stopped is started. */
    List<Place> of(Component component) {
        return places.computeIfAbsent(component, ControlCenter.cluster()::places);
    }

    /** When a host that stays silent is given up. */
    Instant patience() {
        var limits = policy.limits();
        return Recorder.now().plus(limits.silentHost()).plus(limits.ready());
    }

    void each(List<Place> places, Functions.Proc1<Place> what) {
        all(places, place -> {
            what.apply(place);
            return true;
        });
    }

    /**
     * Waits for all, also when that is cancelled: what was begun on a host must have ended before the opposite is asked for. Then
     * throws what the first one failed with.
     */
    static <P, T> List<T> all(List<P> places, Functions.Func1<P, T> what) {
        var begun = places.stream().map(place -> Async.function(what, place)).toList();
        Workflow.newDetachedCancellationScope(
                        () -> Workflow.await(() -> begun.stream().allMatch(Promise::isCompleted)))
                .run();
        return begun.stream().map(Promise::get).toList();
    }

    /** The shortest time since a submission at any gateway. */
    Duration quietFor(List<Place> gateways) {
        return all(gateways, this::quietFor).stream().min(Duration::compareTo).orElse(Duration.ofDays(365));
    }

    private Duration quietFor(Place gateway) {
        var wanted = new MaintenanceOrders.LookForQuiet(gateway.instance());
        return host(gateway)
                .ask(new Call<>(
                        "last submission at " + gateway.instance(), MARGIN, patience(), on -> on.lookForQuiet(wanted)));
    }

    void close(Place gateway, String reason) {
        var wanted = new MaintenanceOrders.CloseGateway(operation(gateway), reason, RETRY_AFTER);
        change(gateway, "close " + gateway.instance(), on -> on.closeGateway(wanted));
    }

    void stop(Place core) {
        var wanted = new MaintenanceOrders.Service(
                operation(core), Step.MAINTENANCE, policy.limits().ready());
        change(core, "stop " + core.instance(), on -> on.stopInstance(wanted));
    }

    /** A slice of finishing on each Core. */
    List<DrainOutcome> drain(List<Place> cores, Duration slice, Duration idleConfirm, Instant deadline) {
        return all(cores, core -> {
            var wanted = new HostOrders.Drain(core.instance(), slice, idleConfirm, true);
            return host(core)
                    .change(new Call<>(
                            "finish at " + core.instance(),
                            slice.plus(MARGIN.multipliedBy(15)),
                            deadline,
                            on -> on.drain(wanted)));
        });
    }

    /** Throws when none can be started; returns a sentence for each that could not, when others could. */
    List<String> start(List<Place> cores) {
        var failures = failuresOf(cores, this::start);
        if (!cores.isEmpty() && failures.size() == cores.size()) {
            throw new StepFailed(String.join(" ", failures));
        }
        return failures;
    }

    private void start(Place core) {
        var wanted = new MaintenanceOrders.Service(
                operation(core), Step.MAINTENANCE, policy.limits().ready());
        change(core, "start " + core.instance(), on -> on.startInstance(wanted));
    }

    /** Through the first gateway that lets it through; what was seen. Throws when none does. */
    String check(List<Place> gateways) {
        var failures = new ArrayList<String>();
        for (var gateway : gateways) {
            try {
                var wanted = new MaintenanceOrders.CheckFile(
                        gateway.instance(), policy.limits().ready());
                return host(gateway)
                        .ask(new Call<>(
                                "check the whole system through " + gateway.instance(),
                                wanted.limit().plus(MARGIN),
                                patience(),
                                on -> on.checkWholeSystem(wanted)));
            } catch (StepFailed failed) {
                failures.add(gateway.instance() + ": " + failed.sentence());
            }
        }
        throw new StepFailed("no file came through: " + String.join(" ", failures));
    }

    /** A sentence for each that could not be opened. */
    List<String> open(List<Place> gateways) {
        return failuresOf(gateways, gateway -> {
            var wanted = new MaintenanceOrders.OpenGateway(gateway.instance(), upgrade);
            change(gateway, "open " + gateway.instance(), on -> on.openGateway(wanted));
        });
    }

    private List<String> failuresOf(List<Place> places, Functions.Proc1<Place> what) {
        var failures = new ArrayList<String>();
        each(places, place -> {
            try {
                what.apply(place);
            } catch (StepFailed failed) {
                failures.add(place.instance() + " on " + place.host() + ": " + failed.sentence());
            }
        });
        return failures;
    }

    private void change(Place place, String summary, Consumer<HostActivities> what) {
        var limit = policy.limits().ready().plus(MARGIN.multipliedBy(2));
        host(place).change(Call.doing(summary, limit, patience(), what));
    }

    private OnHost host(Place place) {
        return new OnHost(
                place.host(), policy.limits(), CancellationScope.current(), since -> whenSilent.accept(place, since));
    }

    private OperationId operation(Place place) {
        operations++;
        return new OperationId(upgrade, place.instance(), operations);
    }
}
