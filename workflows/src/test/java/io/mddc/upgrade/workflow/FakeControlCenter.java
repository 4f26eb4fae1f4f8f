package io.mddc.upgrade.workflow;

import io.mddc.upgrade.cluster.Component;
import io.mddc.upgrade.cluster.HostId;
import io.mddc.upgrade.cluster.Instance;
import io.mddc.upgrade.cluster.InstanceId;
import io.mddc.upgrade.cluster.UpgradeId;
import io.mddc.upgrade.cluster.Version;
import io.mddc.upgrade.contract.ClusterHold;
import io.mddc.upgrade.contract.ClusterState;
import io.mddc.upgrade.contract.MaintenanceWindows;
import io.mddc.upgrade.contract.RunLog;
import io.mddc.upgrade.contract.StatedInventory;
import io.mddc.upgrade.contract.UpgradePlans;
import io.mddc.upgrade.plan.Policy;
import io.mddc.upgrade.plan.StagePlan;
import io.mddc.upgrade.plan.StartTime;
import io.mddc.upgrade.plan.StepTimes;
import io.mddc.upgrade.run.MaintenancePhase;
import io.mddc.upgrade.run.Outcome;
import io.mddc.upgrade.run.RunEvent;
import io.mddc.upgrade.run.UnitState;
import io.mddc.upgrade.window.WindowCalendar;
import io.mddc.upgrade.window.WindowFit;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The control center's activities in memory. */
final class FakeControlCenter
        implements RunLog, UpgradePlans, ClusterState, ClusterHold, MaintenanceWindows, StatedInventory {
    private final List<StagePlan> stages;
    private final Policy policy;
    private final List<FakeHost> hosts;
    private final List<FakeHost> around;
    private final Map<String, RunEvent> events = new LinkedHashMap<>();
    private final Set<InstanceId> down = new HashSet<>();
    private final Set<InstanceId> bystanders = new HashSet<>();
    private final List<String> holds = new ArrayList<>();
    private final List<MaintenancePhase> phasesOfReads = new ArrayList<>();
    private final List<String> stated = new ArrayList<>();
    private List<String> obstacles = List.of();
    private WindowCalendar calendar = new WindowCalendar(List.of(), List.of());
    private StartTime start = StartTime.NOW;
    private Optional<UpgradeId> heldBy = Optional.empty();
    private Optional<Outcome> givenBack = Optional.empty();
    private Optional<Audience> audience = Optional.empty();

    /**
     * @param stages in the order they go
     * @param around hosts that have no unit
     */
    FakeControlCenter(List<StagePlan> stages, Policy policy, List<FakeHost> hosts, List<FakeHost> around) {
        this.around = around;
        this.stages = stages;
        this.policy = policy;
        this.hosts = hosts;
    }

    /** Hears what is said and done to the cluster, in its order. */
    interface Audience {
        void said(RunEvent event);

        void held(String verb);
    }

    synchronized void heardBy(Audience listener) {
        audience = Optional.of(listener);
    }

    @Override
    public synchronized void note(UpgradeId upgrade, InstanceId instance, Version version) {
        stated.add(instance + " " + version);
    }

    /** What was written into the inventory, as no worker reports it. */
    synchronized List<String> stated() {
        return List.copyOf(stated);
    }

    @Override
    public synchronized void record(RunEvent event) {
        if (events.putIfAbsent(event.key(), event) == null) {
            audience.ifPresent(listener -> listener.said(event));
        }
    }

    @Override
    public Outline outline(UpgradeId upgrade) {
        return new Outline(
                stages.stream().map(StagePlan::component).toList(),
                policy,
                start,
                stages.stream().flatMap(stage -> stage.aroundIt().stream()).toList());
    }

    @Override
    public synchronized List<String> preflight(UpgradeId upgrade, Component component) {
        return obstacles;
    }

    synchronized void hinders(String... sentences) {
        obstacles = List.of(sentences);
    }

    @Override
    public synchronized WindowFit fit(String what, Duration needed, Instant now) {
        return WindowFit.of(what, needed, calendar, now);
    }

    @Override
    public StepTimes stepTimes(Component component) {
        return StepTimes.NONE;
    }

    synchronized void opensIn(WindowCalendar now) {
        calendar = now;
    }

    synchronized void startsAt(StartTime when) {
        start = when;
    }

    @Override
    public synchronized Optional<UpgradeId> take(UpgradeId upgrade) {
        hold("take");
        return heldBy;
    }

    @Override
    public synchronized void release(UpgradeId upgrade) {
        hold("release");
    }

    private void hold(String verb) {
        holds.add(verb);
        audience.ifPresent(listener -> listener.held(verb));
    }

    /** Another upgrade has the cluster, or none. */
    synchronized void isHeldBy(Optional<UpgradeId> other) {
        heldBy = other;
    }

    /** How the cluster was taken and given back between. */
    synchronized List<String> holds() {
        return List.copyOf(holds);
    }

    @Override
    public StagePlan stage(UpgradeId upgrade, Component component) {
        return stages.stream()
                .filter(stage -> stage.component() == component)
                .findFirst()
                .orElseThrow();
    }

    @Override
    public synchronized OnHost onHost(HostId id) {
        var all = hosts.stream().flatMap(host -> host.instances().stream()).toList();
        var counts = new HashMap<Component, Integer>();
        all.forEach(instance -> counts.merge(instance.component(), 1, Integer::sum));
        return new OnHost(
                all.stream().filter(instance -> instance.host().equals(id)).toList(), counts);
    }

    @Override
    public synchronized Active active(Component component) {
        phasesOfReads.add(maintenance(UpgradeRun.ID));
        if (stages.stream().noneMatch(stage -> stage.component() == component)) {
            return new Active(
                    hosts.stream()
                            .flatMap(host -> host.instances().stream())
                            .filter(instance -> instance.component() == component && instance.isActive())
                            .map(Instance::id)
                            .toList(),
                    List.of());
        }
        var active = hosts.stream()
                .filter(host -> host.plan().component() == component)
                .filter(host -> !host.isIsolated() && !down.contains(host.plan().instance()))
                .map(host -> host.plan().instance())
                .toList();
        return new Active(Stream.concat(active.stream(), bystanders.stream()).toList(), List.of());
    }

    /** In which phase of maintenance it was asked who is active. */
    synchronized List<MaintenancePhase> phasesOfReads() {
        return List.copyOf(phasesOfReads);
    }

    @Override
    public List<Place> places(Component component) {
        return Stream.concat(hosts.stream(), around.stream())
                .filter(host -> host.plan().component() == component)
                .map(host -> new Place(host.plan().instance(), host.plan().host()))
                .toList();
    }

    @Override
    public synchronized MaintenancePhase maintenance(UpgradeId upgrade) {
        var phases = phases();
        return phases.isEmpty() ? MaintenancePhase.OPEN : phases.get(phases.size() - 1);
    }

    /** The phases of its maintenance mode, in their order. */
    synchronized List<MaintenancePhase> phases() {
        return events.values().stream()
                .filter(RunEvent.OfUpgrade.class::isInstance)
                .flatMap(event -> ((RunEvent.OfUpgrade) event).maintenance().stream())
                .toList();
    }

    @Override
    public synchronized List<Touched> touched(UpgradeId upgrade) {
        return hosts.stream()
                .filter(host -> host.plan().asked().isEmpty())
                .filter(host -> states(host.plan().instance()).contains(UnitState.DRAINING))
                .map(host -> new Touched(
                        host.plan().instance(),
                        host.plan().host(),
                        states(host.plan().instance()).contains(UnitState.FAILED)))
                .toList();
    }

    @Override
    public synchronized void giveBack(UpgradeId upgrade, Outcome outcome, String sentence) {
        if (givenBack.isEmpty()) {
            givenBack = Optional.of(outcome);
        }
    }

    /** An instance that is no unit of the upgrade takes work. */
    synchronized void join(InstanceId bystander) {
        bystanders.add(bystander);
    }

    synchronized void leave(InstanceId bystander) {
        bystanders.remove(bystander);
    }

    /** Somebody or something else took the instance out of work. */
    synchronized void takeDown(InstanceId instance) {
        down.add(instance);
    }

    synchronized void bringUp(InstanceId instance) {
        down.remove(instance);
    }

    synchronized Optional<Outcome> givenBack() {
        return givenBack;
    }

    synchronized List<RunEvent> events() {
        return List.copyOf(events.values());
    }

    /** The states the unit went through, in their order. */
    synchronized List<UnitState> states(InstanceId instance) {
        var states = new ArrayList<UnitState>();
        for (var event : events.values()) {
            if (event instanceof RunEvent.OfUnit unit
                    && unit.instance().equals(instance)
                    && (states.isEmpty() || states.get(states.size() - 1) != unit.state())) {
                states.add(unit.state());
            }
        }
        return states;
    }
}
