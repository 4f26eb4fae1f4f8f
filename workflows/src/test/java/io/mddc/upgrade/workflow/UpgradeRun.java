package io.mddc.upgrade.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import io.mddc.upgrade.cluster.Component;
import io.mddc.upgrade.cluster.Hook;
import io.mddc.upgrade.cluster.HostId;
import io.mddc.upgrade.cluster.InstanceId;
import io.mddc.upgrade.cluster.PackageFile;
import io.mddc.upgrade.cluster.PackageFormat;
import io.mddc.upgrade.cluster.Sha256;
import io.mddc.upgrade.cluster.UpgradeId;
import io.mddc.upgrade.cluster.Version;
import io.mddc.upgrade.contract.TaskQueues;
import io.mddc.upgrade.json.UpgradeJson;
import io.mddc.upgrade.plan.Asked;
import io.mddc.upgrade.plan.Policy;
import io.mddc.upgrade.plan.StagePlan;
import io.mddc.upgrade.plan.UnitPlan;
import io.mddc.upgrade.run.MaintenancePhase;
import io.mddc.upgrade.run.Outcome;
import io.mddc.upgrade.run.RunEvent;
import io.mddc.upgrade.run.UnitState;
import io.mddc.upgrade.run.UpgradeState;
import io.mddc.upgrade.run.WaitReason;
import io.temporal.api.enums.v1.IndexedValueType;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowClientOptions;
import io.temporal.client.WorkflowOptions;
import io.temporal.client.WorkflowStub;
import io.temporal.testing.TestEnvironmentOptions;
import io.temporal.testing.TestWorkflowEnvironment;
import io.temporal.worker.WorkerOptions;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A cluster of fake hosts, the real workflows, and an upgrade that runs on them with skipped time. */
final class UpgradeRun implements AutoCloseable {
    static final UpgradeId ID = new UpgradeId("2026-11-22-1");

    private static final WorkflowClientOptions CLIENT = WorkflowClientOptions.newBuilder()
            .setDataConverter(UpgradeJson.dataConverter())
            .build();

    /** A cancel comes with a heartbeat, and heartbeats are in real time: with the SDK's own throttle each costs four seconds. */
    private static final WorkerOptions HOST = WorkerOptions.newBuilder()
            .setMaxHeartbeatThrottleInterval(Duration.ofMillis(50))
            .setDefaultHeartbeatThrottleInterval(Duration.ofMillis(50))
            .build();

    private final TestWorkflowEnvironment engine;

    /** Lets no time be skipped while it waits for an answer: a host that is held in the middle must not time out. */
    private final WorkflowClient client;

    private final List<FakeHost> hosts;
    private final FakeHost gateway = new FakeHost(unit(Component.API_GATEWAY, 8));
    private final FakeHost core = new FakeHost(unit(Component.CORE, 9));
    private final List<FakeHost> around;
    private final FakeControlCenter controlCenter;
    private final SystemUpgrade upgrade;
    private final Set<FakeHost> silent = new HashSet<>();

    /** One stage for each component, in the order in which they come. */
    private UpgradeRun(List<UnitPlan> units, Policy policy, TestEnvironmentOptions options) {
        engine = TestWorkflowEnvironment.newInstance(options);
        client = WorkflowClient.newInstance(engine.getWorkflowServiceStubs(), CLIENT);
        hosts = units.stream().map(FakeHost::new).toList();
        var components = units.stream().map(UnitPlan::component).distinct().toList();
        boolean isDown = components.stream().anyMatch(policy::needsMaintenance);
        around = isDown && !components.contains(Component.CORE) ? List.of(gateway, core) : List.of();
        var stages = components.stream()
                .map(component -> stage(component, units, policy))
                .toList();
        controlCenter = new FakeControlCenter(stages, policy, hosts, around);
        upgrade = client.newWorkflowStub(
                SystemUpgrade.class,
                WorkflowOptions.newBuilder()
                        .setTaskQueue(TaskQueues.CONTROL_CENTER)
                        .setWorkflowId(WorkflowIds.ofUpgrade(ID))
                        .build());
    }

    static UpgradeRun of(int cores, Policy policy) {
        return of(Component.CORE, cores, policy);
    }

    static UpgradeRun of(Component component, int instances, Policy policy) {
        return new UpgradeRun(units(component, instances), policy, options().build());
    }

    /** Two Cores on hosts with those hooks, then, as a stage of its own, an Identity Service on a third without. */
    static UpgradeRun twoStages(Policy policy, Hook... hooks) {
        var cores = units(Component.CORE, 2).stream()
                .map(core -> new UnitPlan(
                        core.instance(), core.host(), core.from(), core.target(), core.former(), Set.of(hooks)));
        return new UpgradeRun(
                Stream.concat(cores, Stream.of(unit(Component.IDENTITY_SERVICE, 3)))
                        .toList(),
                policy,
                options().build());
    }

    private static List<UnitPlan> units(Component component, int instances) {
        return IntStream.rangeClosed(1, instances)
                .mapToObj(n -> unit(component, n))
                .toList();
    }

    private static StagePlan stage(Component component, List<UnitPlan> all, Policy policy) {
        var units = all.stream().filter(unit -> unit.component() == component).toList();
        int minimum = policy.needsMaintenance(component)
                ? 0
                : policy.minimumActive().getOrDefault(component, units.size() - 1);
        return new StagePlan(component, units.get(0).to(), minimum, units);
    }

    /** One instance on a host that has no worker; another host's asks it. */
    static UpgradeRun afar(Component component, HostId by, Policy policy) {
        var plan = unit(component, 1);
        var asked = new Asked(by, URI.create("http://10.0.0.7:8009"));
        return new UpgradeRun(
                List.of(new UnitPlan(
                        plan.instance(),
                        plan.host(),
                        plan.from(),
                        plan.target(),
                        Optional.empty(),
                        Set.of(),
                        Optional.of(asked))),
                policy,
                options().build());
    }

    /**
     * One stage for each component, in the order in which they come.
     *
     * @param begin what the engine's clock shows at first
     */
    static UpgradeRun of(List<UnitPlan> units, Policy policy, Instant begin) {
        return new UpgradeRun(units, policy, options().setInitialTime(begin).build());
    }

    private static TestEnvironmentOptions.Builder options() {
        var options = TestEnvironmentOptions.newBuilder().setWorkflowClientOptions(CLIENT);
        for (var attribute : SearchAttributes.ALL) {
            options.registerSearchAttribute(attribute.getName(), IndexedValueType.INDEXED_VALUE_TYPE_KEYWORD);
        }
        return options;
    }

    /** The worker of this host does not run. */
    UpgradeRun silence(int n) {
        silent.add(host(n));
        return this;
    }

    UpgradeRun start() {
        var worker = engine.newWorker(TaskQueues.CONTROL_CENTER);
        worker.registerWorkflowImplementationTypes(UpgradeWorkflows.implementations());
        worker.registerActivitiesImplementations(controlCenter);
        for (var host : Stream.concat(hosts.stream(), around.stream())
                .filter(host -> !silent.contains(host))
                .toList()) {
            engine.newWorker(TaskQueues.ofHost(asking(host.plan())), HOST).registerActivitiesImplementations(host);
        }
        engine.start();
        WorkflowClient.start(upgrade::run, ID);
        return this;
    }

    private static HostId asking(UnitPlan plan) {
        return plan.asked().map(Asked::by).orElse(plan.host());
    }

    /** By the engine's clock, which skips. */
    Instant now() {
        return Instant.ofEpochMilli(engine.currentTimeMillis());
    }

    /** Skips so much time. */
    void pass(Duration time) {
        engine.sleep(time);
    }

    void passUntil(Instant at) {
        pass(Duration.between(now(), at));
    }

    /** For the verbs of hosts. */
    SkippedTime time() {
        return new SkippedTime(engine, client);
    }

    Outcome outcome() {
        return stub().getResult(Outcome.class);
    }

    void abort(String reason) {
        upgrade.abort(command(reason));
    }

    static Command command(String reason) {
        return new Command(ID, "anna", reason);
    }

    StageUpgrade stage() {
        return client.newWorkflowStub(StageUpgrade.class, WorkflowIds.ofStage(ID, Component.CORE));
    }

    DeferralUpgrade unit(FakeHost host) {
        return client.newWorkflowStub(
                DeferralUpgrade.class, WorkflowIds.ofUnit(host.plan().instance()));
    }

    InstallerUpgrade byInstaller(FakeHost host) {
        return client.newWorkflowStub(
                InstallerUpgrade.class, WorkflowIds.ofUnit(host.plan().instance()));
    }

    Command.OnInstance on(int n, String reason) {
        return new Command.OnInstance(command(reason), host(n).plan().instance());
    }

    SystemUpgrade workflow() {
        return upgrade;
    }

    /** What the cancel button of the Temporal Web UI does. */
    void cancelFromOutside() {
        stub().cancel();
    }

    List<FakeHost> hosts() {
        return hosts;
    }

    FakeHost host(int n) {
        return hosts.get(n - 1);
    }

    /** Where the stage takes the whole system down: the only gateway, and the only Core. */
    FakeHost gateway() {
        return gateway;
    }

    FakeHost core() {
        return core;
    }

    List<UnitState> states(int n) {
        return controlCenter.states(host(n).plan().instance());
    }

    FakeControlCenter controlCenter() {
        return controlCenter;
    }

    /** What people were asked for so far. */
    Stream<WaitReason.ForPerson> waitsForPersons() {
        return controlCenter.events().stream()
                .map(RunEvent::waitReason)
                .filter(WaitReason.ForPerson.class::isInstance)
                .map(WaitReason.ForPerson.class::cast);
    }

    Optional<Outcome> givenBack() {
        return controlCenter.givenBack();
    }

    String history(String workflowId) {
        return engine.getWorkflowClient().fetchHistory(workflowId).toJson(true);
    }

    /** Whatever became of it: nothing waited without saying until when, or for whom. */
    @Override
    public void close() {
        engine.close();
        assertThat(controlCenter.events().stream().filter(UpgradeRun::waitsWithoutEnd))
                .as("waits without a deadline, a person or others")
                .isEmpty();
    }

    private static boolean waitsWithoutEnd(RunEvent event) {
        return event.waitReason().equals(WaitReason.NOTHING) && isWait(event);
    }

    private static boolean isWait(RunEvent event) {
        if (event instanceof RunEvent.OfUpgrade upgrade) {
            return upgrade.state() != UpgradeState.RUNNING
                    || upgrade.maintenance().filter(MaintenancePhase::isInForce).isPresent();
        }
        return event instanceof RunEvent.OfUnit unit && (!unit.state().isEnd() || unit.state() == UnitState.FAILED);
    }

    private WorkflowStub stub() {
        return engine.getWorkflowClient().newUntypedWorkflowStub(WorkflowIds.ofUpgrade(ID));
    }

    private static UnitPlan unit(Component component, int n) {
        return unit(component, (component == Component.CORE ? "core-" : "service-") + n, "host-" + n);
    }

    static UnitPlan unit(Component component, String instance, String host) {
        return new UnitPlan(
                new InstanceId(instance),
                new HostId(host),
                new Version("5.16.0-1"),
                file(component, "5.17.0-1", "b"),
                Optional.of(file(component, "5.16.0-1", "a")),
                component == Component.FILE_STORAGE ? Set.of(Hook.BEFORE_INSTALL, Hook.RESTORE) : Set.of());
    }

    private static PackageFile file(Component component, String version, String digit) {
        return new PackageFile(
                new Sha256(digit.repeat(64)),
                1000,
                component,
                "md-core",
                new Version(version),
                "amd64",
                PackageFormat.DEB);
    }
}
