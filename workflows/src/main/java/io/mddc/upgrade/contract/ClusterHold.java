package io.mddc.upgrade.contract;

import io.mddc.upgrade.cluster.InstanceId;
import io.mddc.upgrade.cluster.UpgradeId;
import io.mddc.upgrade.run.MaintenancePhase;
import io.mddc.upgrade.run.Outcome;
import io.temporal.activity.ActivityInterface;
import io.temporal.activity.ActivityMethod;
import java.util.List;
import java.util.Optional;

/** The row that holds the cluster. */
@ActivityInterface
public interface ClusterHold {
    /** Instances of the upgrade whose units were begun, so that one of our isolations may stand; with their hosts. */
    @ActivityMethod(name = "ListTouched")
    List<Touched> touched(UpgradeId upgrade);

    /** Takes the cluster for the upgrade; empty when it has it, now or before, else who has it. */
    @ActivityMethod(name = "TakeCluster")
    Optional<UpgradeId> take(UpgradeId upgrade);

    /** Gives the cluster back while the upgrade waits with nothing in work; its isolations must have ended. */
    @ActivityMethod(name = "ReleaseCluster")
    void release(UpgradeId upgrade);

    /** Writes the end into the upgrade's row and gives the cluster back, in one transaction; the first outcome stays. */
    @ActivityMethod(name = "GiveBack")
    void giveBack(UpgradeId upgrade, Outcome outcome, String sentence);

    /** Where its maintenance mode is, as last recorded; {@link MaintenancePhase#OPEN} when it never was in any. */
    @ActivityMethod(name = "ReadMaintenance")
    MaintenancePhase maintenance(UpgradeId upgrade);

    /**
     * @param keptOut the unit ended FAILED: its isolation is left to a person
     */
    record Touched(InstanceId instance, io.mddc.upgrade.cluster.HostId host, boolean keptOut) {}
}
