package io.mddc.upgrade.lab.host;

import io.mddc.upgrade.cluster.HostId;
import io.mddc.upgrade.cluster.InstanceId;
import io.mddc.upgrade.lab.packaging.LabPart;
import io.mddc.upgrade.lab.service.core.CoreProbe;
import io.mddc.upgrade.lab.service.shared.SharedProbe;
import java.util.List;

/** A small real cluster: hosts, and the lab's parts installed on them. Closing it leaves no process and no mount. */
@SuppressWarnings("DoNotCallSuggester") // until it is built
public final class Cluster implements AutoCloseable {
    private Cluster() {}

    /** Clears away what a former run left in the same work folder; nothing runs yet. */
    public static Cluster create(ClusterConfig config) {
        throw new UnsupportedOperationException("not built yet: " + config);
    }

    /** Starts the hosts. */
    public void boot() {
        throw new UnsupportedOperationException("not built yet");
    }

    /** Builds the packages of the configured versions, installs them in dependency order and waits until all are ready. */
    public void installAll() {
        throw new UnsupportedOperationException("not built yet");
    }

    public List<LabHost> hosts() {
        throw new UnsupportedOperationException("not built yet");
    }

    public LabHost host(HostId id) {
        throw new UnsupportedOperationException("not built yet: " + id);
    }

    public List<LabInstance> instances() {
        throw new UnsupportedOperationException("not built yet");
    }

    public List<LabInstance> instances(LabPart part) {
        throw new UnsupportedOperationException("not built yet: " + part);
    }

    public CoreProbe core(InstanceId id) {
        throw new UnsupportedOperationException("not built yet: " + id);
    }

    public SharedProbe shared() {
        throw new UnsupportedOperationException("not built yet");
    }

    /** From now on the hosts stay up when this process ends. */
    public void keepRunning() {
        throw new UnsupportedOperationException("not built yet");
    }

    @Override
    public void close() {}
}
