package io.mddc.upgrade.contract;

import io.mddc.upgrade.cluster.Component;
import io.mddc.upgrade.cluster.HostId;
import io.mddc.upgrade.cluster.Instance;
import io.mddc.upgrade.cluster.InstanceId;
import io.temporal.activity.ActivityInterface;
import io.temporal.activity.ActivityMethod;
import java.util.List;
import java.util.Map;

/** What the workers see, as fresh as they report it; reading only. */
@ActivityInterface
public interface ClusterState {
    /** Waits for a report of every host that is newer than the question; a host that stays silent counts as not active. */
    @ActivityMethod(name = "ReadActive")
    Active active(Component component);

    /** What is on a host, by a report of its worker that is newer than the question, or by the last one there was. */
    @ActivityMethod(name = "ReadHost")
    OnHost onHost(HostId host);

    /**
     * @param instances those on the host
     * @param counts of each of their components, how many instances are known in the whole cluster
     */
    record OnHost(List<Instance> instances, Map<Component, Integer> counts) {
        public OnHost {
            instances = List.copyOf(instances);
            counts = Map.copyOf(counts);
        }
    }

    /** Every known instance of a component, whatever its state, and where it is. */
    @ActivityMethod(name = "ReadPlaces")
    List<Place> places(Component component);

    record Place(InstanceId instance, HostId host) {}

    /** The instances of a component that are ready and taking work, and the hosts that did not report. */
    record Active(List<InstanceId> instances, List<String> silentHosts) {}
}
