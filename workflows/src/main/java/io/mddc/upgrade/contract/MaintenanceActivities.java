package io.mddc.upgrade.contract;

import io.mddc.upgrade.contract.MaintenanceOrders.CheckFile;
import io.mddc.upgrade.contract.MaintenanceOrders.CloseGateway;
import io.mddc.upgrade.contract.MaintenanceOrders.LookForQuiet;
import io.mddc.upgrade.contract.MaintenanceOrders.OpenGateway;
import io.mddc.upgrade.contract.MaintenanceOrders.RunHook;
import io.mddc.upgrade.contract.MaintenanceOrders.Service;
import io.temporal.activity.ActivityInterface;
import io.temporal.activity.ActivityMethod;
import java.time.Duration;

/** What a worker does so that the whole system can be taken down and opened again: one idempotent verb each. */
@ActivityInterface
public interface MaintenanceActivities {
    /** How long ago a client last submitted a file there; reading only. */
    @ActivityMethod(name = "LookForQuiet")
    Duration lookForQuiet(LookForQuiet order);

    /** Returns when the gateway refuses files, over its restart too, and no submission is open; keyed by the upgrade. */
    @ActivityMethod(name = "CloseGateway")
    void closeGateway(CloseGateway order);

    /** Ends our closing; when it was ended before, that is done. */
    @ActivityMethod(name = "OpenGateway")
    void openGateway(OpenGateway order);

    /** Returns when the service of an instance without work has no process any more; one that has none is stopped. */
    @ActivityMethod(name = "StopInstance")
    void stopInstance(Service order);

    /** Returns when the service runs, is ready and takes work; one that does is started. */
    @ActivityMethod(name = "StartInstance")
    void startInstance(Service order);

    /** Sends files of known verdict through a closed gateway, the way all files go, and fetches what comes out. */
    @ActivityMethod(name = "CheckWholeSystem")
    String checkWholeSystem(CheckFile order);

    /** Runs the program the host's configuration names for the hook, detached; keyed by operation id. */
    @ActivityMethod(name = "RunHook")
    HookOutcome runHook(RunHook order);
}
