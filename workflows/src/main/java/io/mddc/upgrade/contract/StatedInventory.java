package io.mddc.upgrade.contract;

import io.mddc.upgrade.cluster.InstanceId;
import io.mddc.upgrade.cluster.UpgradeId;
import io.mddc.upgrade.cluster.Version;
import io.temporal.activity.ActivityInterface;
import io.temporal.activity.ActivityMethod;

/** What the inventory has by a person's word, because no worker reports it. */
@ActivityInterface
public interface StatedInventory {
    /**
     * The instance was asked, and answers with this version from now on. Written twice it is written once; one that a worker
     * reports by now, or that nobody states any more, stays as it is.
     */
    @ActivityMethod(name = "NoteVersion")
    void note(UpgradeId upgrade, InstanceId instance, Version version);
}
