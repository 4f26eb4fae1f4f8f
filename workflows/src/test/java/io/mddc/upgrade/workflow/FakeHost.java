package io.mddc.upgrade.workflow;

import io.mddc.upgrade.cluster.Component;
import io.mddc.upgrade.cluster.Health;
import io.mddc.upgrade.cluster.Instance;
import io.mddc.upgrade.cluster.InstanceId;
import io.mddc.upgrade.cluster.Version;
import io.mddc.upgrade.contract.Baseline;
import io.mddc.upgrade.contract.DrainOutcome;
import io.mddc.upgrade.contract.FailureType;
import io.mddc.upgrade.contract.HookOutcome;
import io.mddc.upgrade.contract.HostActivities;
import io.mddc.upgrade.contract.HostMoment;
import io.mddc.upgrade.contract.HostOrders;
import io.mddc.upgrade.contract.InstallOutcome;
import io.mddc.upgrade.contract.Isolated;
import io.mddc.upgrade.contract.MaintenanceOrders;
import io.mddc.upgrade.contract.Observed;
import io.mddc.upgrade.contract.RebootOutcome;
import io.mddc.upgrade.contract.Regression;
import io.mddc.upgrade.contract.Rejoined;
import io.mddc.upgrade.contract.Uploaded;
import io.mddc.upgrade.contract.Verification;
import io.mddc.upgrade.plan.UnitPlan;
import io.mddc.upgrade.run.FileInWork;
import io.mddc.upgrade.run.Step;
import io.mddc.upgrade.run.WorkInProgress;
import io.temporal.activity.Activity;
import io.temporal.failure.ApplicationFailure;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * A host with one instance in memory: it isolates, drains, installs and answers like the real one, and can be told what goes
 * wrong at which verb. Everything done to it is listed.
 */
final class FakeHost implements HostActivities {
    private static final Instant START = Instant.parse("2026-11-22T02:00:00Z");

    private final UnitPlan plan;
    private final Map<InstanceId, Neighbour> neighbours = new LinkedHashMap<>();
    private final List<String> done = new ArrayList<>();
    private final Map<String, String> faults = new HashMap<>();
    private final Map<String, CountDownLatch> gates = new HashMap<>();
    private final Deque<Integer> filesLeft = new ArrayDeque<>();
    private final Deque<Duration> quiet = new ArrayDeque<>();
    private Consumer<String> pace = verb -> {};
    private boolean slow;
    private boolean stuck;
    private boolean hasSwitch;
    private String running;
    private String isolatedBy = "";
    private int boots = 1;
    private int lost;

    FakeHost(UnitPlan plan) {
        this.plan = plan;
        this.running = plan.from().upstream();
    }

    synchronized FakeHost fails(String verb, String sentence) {
        faults.put(verb, sentence);
        return this;
    }

    synchronized void recovers(String verb) {
        faults.remove(verb);
    }

    /** Each slice of draining ends with so many files left; after the last of them it is idle. */
    synchronized FakeHost drainsBy(Integer... left) {
        filesLeft.addAll(List.of(left));
        return this;
    }

    /** It never runs out of work. */
    synchronized FakeHost neverDrains() {
        stuck = true;
        return this;
    }

    /** The verb does not return until it is released. */
    synchronized CountDownLatch holds(String verb) {
        return gates.computeIfAbsent(verb, any -> new CountDownLatch(1));
    }

    /** Told of each verb as it begins; the verb goes on when it returns. */
    synchronized FakeHost works(Consumer<String> each) {
        pace = each;
        return this;
    }

    private synchronized Consumer<String> pace() {
        return pace;
    }

    synchronized List<String> done() {
        return List.copyOf(done);
    }

    /** Its own switch puts the former package back when the installer fails. */
    synchronized FakeHost putsItselfBack() {
        hasSwitch = true;
        return this;
    }

    private synchronized Optional<InstallOutcome.Installed> wentBack() {
        return hasSwitch ? Optional.of(new InstallOutcome.Installed(START, START.plusSeconds(5))) : Optional.empty();
    }

    /** A person runs the installer on it. */
    synchronized void isInstalledByHand() {
        running = plan.to().upstream();
    }

    synchronized void reboots() {
        boots++;
    }

    synchronized boolean isIsolated() {
        return !isolatedBy.isEmpty();
    }

    synchronized String running() {
        return running;
    }

    UnitPlan plan() {
        return plan;
    }

    /** Something else runs on it. */
    synchronized FakeHost with(String id, Component component) {
        neighbours.put(new InstanceId(id), new Neighbour(component));
        return this;
    }

    /** Somebody else took it out of work. */
    synchronized void isolatesForAnother(String id) {
        find(new InstanceId(id)).isolatedBy = "anna";
    }

    private static final class Neighbour {
        private final Component component;
        private String isolatedBy = "";
        private boolean isDrained;

        Neighbour(Component component) {
            this.component = component;
        }
    }

    private synchronized Neighbour find(InstanceId id) {
        return Optional.ofNullable(neighbours.get(id)).orElseThrow();
    }

    /** What is on it, as its worker reports it. */
    synchronized List<Instance> instances() {
        var all = new ArrayList<>(List.of(look()));
        neighbours.forEach((id, other) -> all.add(look(id, other)));
        return all;
    }

    private synchronized Instance look(InstanceId id, Neighbour other) {
        return new Instance(
                id,
                other.component,
                plan.host(),
                URI.create("http://127.0.0.1:8899"),
                Optional.of(new Version("2.5.0-1")),
                "2.5.0",
                fault("readiness of " + id).isPresent() ? Health.NOT_READY : Health.READY,
                other.isolatedBy);
    }

    @Override
    public Uploaded upload(HostOrders.Upload order) {
        begin("upload");
        var byHand = new Uploaded.ByHand("sudo dpkg -i /packages/x.deb || sudo apt install -f", "bb  /packages/x.deb");
        return new Uploaded(order.former().isPresent(), "would install", Optional.of(byHand), fault("going back"));
    }

    @Override
    public Isolated isolate(HostOrders.Isolate order) {
        if (order.neighbour().isPresent()) {
            begin("isolate " + order.instance());
            find(order.instance()).isolatedBy =
                    WorkflowIds.ofUpgrade(order.operation().upgrade());
            return new Isolated(work(1), baseline());
        }
        begin("isolate");
        owner(WorkflowIds.ofUpgrade(order.operation().upgrade()));
        return new Isolated(work(3), baseline());
    }

    @Override
    public DrainOutcome drain(HostOrders.Drain order) {
        if (!order.instance().equals(plan.instance())) {
            begin("drain " + order.instance());
            find(order.instance()).isDrained = true;
            return new DrainOutcome.Drained(7);
        }
        begin("drain");
        if (isStuck()) {
            waitOut(order.slice());
            return new DrainOutcome.StillBusy(work(3));
        }
        synchronized (this) {
            return filesLeft.isEmpty()
                    ? new DrainOutcome.Drained(100)
                    : new DrainOutcome.StillBusy(work(filesLeft.pop()));
        }
    }

    @Override
    public void beginInstall(HostOrders.BeginInstall order) {
        begin((order.step() == Step.WAY_BACK ? "beginBack " : "beginInstall ")
                + order.operation().n());
    }

    @Override
    public InstallOutcome awaitInstall(HostOrders.BeginInstall order) {
        begin("awaitInstall");
        var fault = fault(order.step() == Step.WAY_BACK ? "former installer" : "installer");
        if (fault.isPresent()) {
            return new InstallOutcome.NotInstalled(1, Optional.of(plan.from()), fault.get(), wentBack());
        }
        running = order.target().version().upstream();
        return new InstallOutcome.Installed(START, START.plusSeconds(5), Optional.of(moment()), fault("needs reboot"));
    }

    @Override
    public Verification verify(HostOrders.Verify order) {
        begin("verify");
        if (order.remote().isPresent() && !running().equals(order.target().upstream())) {
            return new Verification.Unfit("it answers " + running());
        }
        return fault(order.target().equals(plan.from()) ? "former known answers" : "known answers")
                .<Verification>map(Verification.Unfit::new)
                .orElseGet(() -> new Verification.Fit(running(), baseline()));
    }

    @Override
    public Rejoined rejoin(HostOrders.Rejoin order) {
        if (!order.instance().equals(plan.instance())) {
            begin("rejoin " + order.instance());
            find(order.instance()).isolatedBy = "";
            return new Rejoined(true, "", "takes work");
        }
        begin("rejoin");
        owner("");
        return new Rejoined(true, "", "takes work");
    }

    @Override
    public Regression monitor(HostOrders.Monitor order) {
        begin("monitor");
        var fault = fault("health");
        if (fault.isPresent() && running().equals(plan.to().upstream())) {
            return new Regression(fault.get());
        }
        waitFor(new CountDownLatch(1));
        throw new IllegalStateException("a watch ends by cancellation");
    }

    /** As a real one: what is on it and takes work would lose that work. */
    @Override
    public RebootOutcome reboot(HostOrders.Reboot order) {
        begin("reboot " + order.operation().n());
        synchronized (this) {
            if (!order.boot().equals(moment().boot())) {
                return new RebootOutcome.Rebooted(moment().boot());
            }
            if (neighbours.values().stream().anyMatch(other -> other.isolatedBy.isEmpty() || !other.isDrained)) {
                lost++;
            }
        }
        var fault = fault("reboot command");
        if (fault.isPresent()) {
            return new RebootOutcome.Refused(fault.get());
        }
        if (fault("stays up").isPresent()) {
            waitOut(order.patience());
            return new RebootOutcome.StillUp("It is still up.");
        }
        reboots();
        if (fault("dies with the reboot").isPresent()) {
            recovers("dies with the reboot");
            throw ApplicationFailure.newFailure("the worker was restarted", FailureType.WORKER_RESTARTED.name());
        }
        return new RebootOutcome.Rebooted(moment().boot());
    }

    /** How often it was started again while something on it was at work. */
    synchronized int lost() {
        return lost;
    }

    synchronized int boots() {
        return boots;
    }

    @Override
    public Duration lookForQuiet(MaintenanceOrders.LookForQuiet order) {
        begin("lookForQuiet");
        return quietFor();
    }

    /** So long ago its clients submitted a file; looked at again, ever longer. */
    synchronized FakeHost isQuietFor(Duration... looks) {
        quiet.addAll(List.of(looks));
        return this;
    }

    private synchronized Duration quietFor() {
        return quiet.isEmpty() ? Duration.ofHours(1) : quiet.pop();
    }

    @Override
    public void closeGateway(MaintenanceOrders.CloseGateway order) {
        begin("close");
    }

    @Override
    public void openGateway(MaintenanceOrders.OpenGateway order) {
        begin("open");
    }

    @Override
    public void stopInstance(MaintenanceOrders.Service order) {
        begin("stop");
        if (isSlow()) {
            waitForStart();
            begin("stopped");
        }
    }

    /** Its service does not break off a stop, whoever is cancelled: it takes until somebody starts it meanwhile, or a while. */
    synchronized FakeHost stopsSlowly() {
        slow = true;
        return this;
    }

    private synchronized boolean isSlow() {
        return slow;
    }

    private synchronized void waitForStart() {
        long end = System.nanoTime() + Duration.ofSeconds(2).toNanos();
        try {
            for (long left = end - System.nanoTime();
                    left > 0 && !done.contains("start");
                    left = end - System.nanoTime()) {
                TimeUnit.NANOSECONDS.timedWait(this, left);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    @Override
    public void startInstance(MaintenanceOrders.Service order) {
        begin("start");
    }

    @Override
    public String checkWholeSystem(MaintenanceOrders.CheckFile order) {
        begin("check");
        return "The file came through.";
    }

    @Override
    public HookOutcome runHook(MaintenanceOrders.RunHook order) {
        var outcome = order.stage()
                .flatMap(MaintenanceOrders.OfStage::outcome)
                .map(what -> " " + what)
                .orElse("");
        begin("hook " + order.hook() + outcome);
        return fault("exit of " + order.hook())
                .map(sentence -> new HookOutcome(false, sentence))
                .orElse(HookOutcome.SUCCEEDED);
    }

    @Override
    public Observed observe(HostOrders.Observe order) {
        begin("observe");
        var instance =
                order.instance().equals(plan.instance()) ? look() : look(order.instance(), find(order.instance()));
        if (order.remote().isPresent()) {
            return new Observed(withoutPackageDatabase(instance), Optional.empty());
        }
        return new Observed(instance, Optional.empty(), Optional.of(START), Optional.of(moment()), Optional.empty());
    }

    private static Instance withoutPackageDatabase(Instance seen) {
        return new Instance(
                seen.id(),
                seen.component(),
                seen.host(),
                seen.address(),
                Optional.empty(),
                seen.running(),
                seen.health(),
                "");
    }

    private synchronized Instance look() {
        return new Instance(
                plan.instance(),
                plan.component(),
                plan.host(),
                URI.create("http://127.0.0.1:8008"),
                Optional.of(running().equals(plan.to().upstream()) ? plan.to() : plan.from()),
                running(),
                fault("readiness").isPresent() ? Health.NOT_READY : Health.READY,
                isolatedBy);
    }

    private synchronized HostMoment moment() {
        return new HostMoment("boot-" + boots, Duration.ofMinutes(1));
    }

    private synchronized void owner(String now) {
        isolatedBy = now;
    }

    private void begin(String verb) {
        synchronized (this) {
            done.add(verb);
            notifyAll();
        }
        var gate = gate(verb);
        gate.ifPresent(FakeHost::waitFor);
        pace().accept(verb);
        fault(verb).ifPresent(sentence -> {
            throw ApplicationFailure.newNonRetryableFailure(sentence, FailureType.DRY_RUN_REFUSED.name());
        });
    }

    private synchronized Optional<CountDownLatch> gate(String verb) {
        return Optional.ofNullable(gates.get(verb));
    }

    private synchronized Optional<String> fault(String verb) {
        return Optional.ofNullable(faults.get(verb));
    }

    private synchronized boolean isStuck() {
        return stuck;
    }

    private static void waitFor(CountDownLatch gate) {
        while (!pauseForHeartbeat(gate)) {
            // its heartbeat is how it learns of a cancel
        }
    }

    /** As a real drain: for the whole slice, unless it is cancelled. */
    private static void waitOut(Duration slice) {
        var never = new CountDownLatch(1);
        long end = System.nanoTime() + slice.toNanos();
        while (System.nanoTime() < end) {
            pauseForHeartbeat(never);
        }
    }

    /** True when the gate is open. */
    private static boolean pauseForHeartbeat(CountDownLatch gate) {
        try {
            boolean isOpen = gate.await(50, TimeUnit.MILLISECONDS);
            Activity.getExecutionContext().heartbeat("waits");
            return isOpen;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private static WorkInProgress work(int files) {
        return new WorkInProgress(files, List.of(new FileInWork("f-1", Duration.ofMinutes(41), "archive-deep")));
    }

    private static Baseline baseline() {
        return new Baseline(START, 2, "20261101", 100, 0);
    }
}
