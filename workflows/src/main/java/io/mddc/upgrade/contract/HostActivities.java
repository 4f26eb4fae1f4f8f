package io.mddc.upgrade.contract;

import io.mddc.upgrade.contract.HostOrders.BeginInstall;
import io.mddc.upgrade.contract.HostOrders.Drain;
import io.mddc.upgrade.contract.HostOrders.Isolate;
import io.mddc.upgrade.contract.HostOrders.Monitor;
import io.mddc.upgrade.contract.HostOrders.Observe;
import io.mddc.upgrade.contract.HostOrders.Reboot;
import io.mddc.upgrade.contract.HostOrders.Rejoin;
import io.mddc.upgrade.contract.HostOrders.Upload;
import io.mddc.upgrade.contract.HostOrders.Verify;
import io.temporal.activity.ActivityInterface;
import io.temporal.activity.ActivityMethod;

/**
 * What a worker does on its host, one idempotent verb each: done twice, it has happened once. Failures carry a
 * {@link FailureType} as their type.
 */
@ActivityInterface
public interface HostActivities extends MaintenanceActivities {
    /** Brings the package and its predecessor to the host by digest, and asks the installer for a dry run. */
    @ActivityMethod(name = "Upload")
    Uploaded upload(Upload order);

    /** Takes the instance out of new work and reads that back from it; keyed by the upgrade that owns the isolation. */
    @ActivityMethod(name = "Isolate")
    Isolated isolate(Isolate order);

    /** Waits for nothing in progress, at most a slice; heartbeats {@link io.mddc.upgrade.run.WorkInProgress}. */
    @ActivityMethod(name = "Drain")
    DrainOutcome drain(Drain order);

    /** Starts the detached installer and returns; keyed by operation id. */
    @ActivityMethod(name = "BeginInstall")
    void beginInstall(BeginInstall order);

    /** Reads the install journal until the operation has ended; any worker of the host may do it. */
    @ActivityMethod(name = "AwaitInstall")
    InstallOutcome awaitInstall(BeginInstall order);

    /** Waits for a new, ready process of the target version and gives it the known answers; the instance stays isolated. */
    @ActivityMethod(name = "Verify")
    Verification verify(Verify order);

    /** Ends our isolation, if it is ours, and waits until the instance is seen as taking work. */
    @ActivityMethod(name = "Rejoin")
    Rejoined rejoin(Rejoin order);

    /** Watches the instance until it regresses or the workflow cancels it at the end of the soak. */
    @ActivityMethod(name = "Monitor")
    Regression monitor(Monitor order);

    /** Starts the whole host again, once for each operation id, and waits for that; any worker of the host may wait. */
    @ActivityMethod(name = "Reboot")
    RebootOutcome reboot(Reboot order);

    /** Looks at the instance once. */
    @ActivityMethod(name = "Observe")
    Observed observe(Observe order);
}
