package io.mddc.upgrade.contract;

import io.mddc.upgrade.cluster.Component;
import io.mddc.upgrade.cluster.HostId;
import io.mddc.upgrade.cluster.InstanceId;
import io.temporal.activity.ActivityInterface;
import io.temporal.activity.ActivityMethod;
import java.util.List;

/** What the workers see, as fresh as they report it; reading only. */
@ActivityInterface
public interface ClusterState {
    /** Waits for a report of every host that is newer than the question; a host that stays silent counts as not active. */
    @ActivityMethod(name = "ReadActive")
    Active active(Component component);

    /** Every known instance of a component, whatever its state, and where it is. */
    @ActivityMethod(name = "ReadPlaces")
    List<Place> places(Component component);

    record Place(InstanceId instance, HostId host) {}

    /** The instances of a component that are ready and taking work, and the hosts that did not report. */
    record Active(List<InstanceId> instances, List<String> silentHosts) {}
}
