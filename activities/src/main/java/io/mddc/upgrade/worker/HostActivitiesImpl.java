package io.mddc.upgrade.worker;

import io.mddc.upgrade.contract.DrainOutcome;
import io.mddc.upgrade.contract.HookOutcome;
import io.mddc.upgrade.contract.HostActivities;
import io.mddc.upgrade.contract.HostOrders.BeginInstall;
import io.mddc.upgrade.contract.HostOrders.Drain;
import io.mddc.upgrade.contract.HostOrders.Isolate;
import io.mddc.upgrade.contract.HostOrders.Monitor;
import io.mddc.upgrade.contract.HostOrders.Observe;
import io.mddc.upgrade.contract.HostOrders.Reboot;
import io.mddc.upgrade.contract.HostOrders.Rejoin;
import io.mddc.upgrade.contract.HostOrders.Upload;
import io.mddc.upgrade.contract.HostOrders.Verify;
import io.mddc.upgrade.contract.InstallOutcome;
import io.mddc.upgrade.contract.Isolated;
import io.mddc.upgrade.contract.MaintenanceOrders;
import io.mddc.upgrade.contract.Observed;
import io.mddc.upgrade.contract.RebootOutcome;
import io.mddc.upgrade.contract.Regression;
import io.mddc.upgrade.contract.Rejoined;
import io.mddc.upgrade.contract.Uploaded;
import io.mddc.upgrade.contract.Verification;
import io.mddc.upgrade.worker.artifact.PackageStore;
import java.time.Duration;

/** The front of the activities: each is one class. */
final class HostActivitiesImpl implements HostActivities {
    private static final Duration NOT_READY = Duration.ofSeconds(10);

    private final UploadPackage upload;
    private final IsolateInstance isolate;
    private final DrainInstance drain;
    private final BeginInstallation beginInstall;
    private final AwaitInstallation awaitInstall;
    private final VerifyInstance verify;
    private final RejoinInstance rejoin;
    private final MonitorInstance monitor;
    private final RebootHost reboot;
    private final ObserveInstance observe;
    private final AskRemote remote;
    private final GatewayDoor door;
    private final RunService service;
    private final RunHook hook;

    HostActivitiesImpl(
            LocalInstances instances,
            PackageStore store,
            Installation installation,
            Permits permits,
            Heartbeat heartbeat) {
        upload = new UploadPackage(store, installation.installer(), heartbeat);
        isolate = new IsolateInstance(instances, permits, heartbeat);
        drain = new DrainInstance(instances, heartbeat);
        var runs = new DetachedRuns(installation, permits, heartbeat);
        beginInstall = new BeginInstallation(instances, store, installation, runs, heartbeat);
        awaitInstall = new AwaitInstallation(instances, installation, runs);
        verify = new VerifyInstance(instances, heartbeat);
        rejoin = new RejoinInstance(instances, heartbeat);
        monitor = new MonitorInstance(instances, heartbeat, NOT_READY);
        reboot = new RebootHost(instances, installation, permits, heartbeat);
        observe = new ObserveInstance(instances, installation);
        remote = new AskRemote(instances::remote, heartbeat, NOT_READY);
        door = new GatewayDoor(instances, permits, heartbeat);
        service = new RunService(instances, permits, heartbeat);
        hook = new RunHook(instances, installation, runs);
    }

    @Override
    public Uploaded upload(Upload order) {
        return upload.upload(order);
    }

    @Override
    public Isolated isolate(Isolate order) {
        return isolate.isolate(order);
    }

    @Override
    public DrainOutcome drain(Drain order) {
        return drain.drain(order);
    }

    @Override
    public void beginInstall(BeginInstall order) {
        beginInstall.begin(order);
    }

    @Override
    public InstallOutcome awaitInstall(BeginInstall order) {
        return awaitInstall.await(order);
    }

    @Override
    public Verification verify(Verify order) {
        return order.remote().map(other -> remote.verify(order, other)).orElseGet(() -> verify.verify(order));
    }

    @Override
    public Rejoined rejoin(Rejoin order) {
        return rejoin.rejoin(order);
    }

    @Override
    public Regression monitor(Monitor order) {
        return order.remote().map(other -> remote.monitor(order, other)).orElseGet(() -> monitor.monitor(order));
    }

    @Override
    public RebootOutcome reboot(Reboot order) {
        return reboot.reboot(order);
    }

    @Override
    public Observed observe(Observe order) {
        return order.remote().map(other -> remote.observe(order, other)).orElseGet(() -> observe.observe(order));
    }

    @Override
    public Duration lookForQuiet(MaintenanceOrders.LookForQuiet order) {
        return door.quietFor(order);
    }

    @Override
    public void closeGateway(MaintenanceOrders.CloseGateway order) {
        door.close(order);
    }

    @Override
    public void openGateway(MaintenanceOrders.OpenGateway order) {
        door.open(order);
    }

    @Override
    public String checkWholeSystem(MaintenanceOrders.CheckFile order) {
        return door.check(order);
    }

    @Override
    public void stopInstance(MaintenanceOrders.Service order) {
        service.stop(order);
    }

    @Override
    public void startInstance(MaintenanceOrders.Service order) {
        service.start(order);
    }

    @Override
    public HookOutcome runHook(MaintenanceOrders.RunHook order) {
        return hook.run(order);
    }
}
