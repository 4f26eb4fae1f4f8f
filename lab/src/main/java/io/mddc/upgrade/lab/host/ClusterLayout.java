package io.mddc.upgrade.lab.host;

import io.mddc.upgrade.cluster.HostId;
import io.mddc.upgrade.cluster.InstanceId;
import io.mddc.upgrade.lab.packaging.LabPart;
import java.util.ArrayList;
import java.util.List;

/**
 * Which part runs on which host. Host a: shared-1, file-storage-1, identity-1, gateway-1, core-1, control-center, worker-a;
 * each further host: the next gateway and the next Core, as long as there are any, and its worker.
 */
public record ClusterLayout(List<LabInstance> instances) {
    public static final InstanceId CONTROL_CENTER = new InstanceId("control-center");
    public static final InstanceId IDENTITY_SERVICE = new InstanceId("identity-1");
    public static final InstanceId FILE_STORAGE = new InstanceId("file-storage-1");

    private static final List<LabPart> UPGRADEABLE = List.of(
            LabPart.CONTROL_CENTER,
            LabPart.IDENTITY_SERVICE,
            LabPart.WORKER,
            LabPart.API_GATEWAY,
            LabPart.CORE,
            LabPart.FILE_STORAGE);

    private static final int LETTERS = 26;

    public ClusterLayout {
        instances = List.copyOf(instances);
    }

    public static ClusterLayout of(ClusterConfig.Shape shape) {
        var instances = new ArrayList<LabInstance>();
        for (int i = 0; i < Math.max(shape.cores(), shape.gateways()); i++) {
            var host = host(i);
            var address = shape.addressPrefix() + (i + 1);
            if (i == 0) {
                instances.add(new LabInstance(new InstanceId("shared-1"), LabPart.SHARED_SERVICES, host, address));
                instances.add(new LabInstance(FILE_STORAGE, LabPart.FILE_STORAGE, host, address));
                instances.add(new LabInstance(IDENTITY_SERVICE, LabPart.IDENTITY_SERVICE, host, address));
            }
            if (i < shape.gateways()) {
                instances.add(
                        new LabInstance(new InstanceId("gateway-" + (i + 1)), LabPart.API_GATEWAY, host, address));
            }
            if (i < shape.cores()) {
                instances.add(new LabInstance(new InstanceId("core-" + (i + 1)), LabPart.CORE, host, address));
            }
            if (i == 0) {
                instances.add(new LabInstance(CONTROL_CENTER, LabPart.CONTROL_CENTER, host, address));
            }
            instances.add(new LabInstance(worker(i), LabPart.WORKER, host, address));
        }
        return new ClusterLayout(instances);
    }

    public List<HostId> hosts() {
        return instances.stream().map(LabInstance::host).distinct().toList();
    }

    public List<LabInstance> on(HostId host) {
        return instances.stream()
                .filter(instance -> instance.host().equals(host))
                .toList();
    }

    public List<LabInstance> of(LabPart part) {
        return instances.stream().filter(instance -> instance.part() == part).toList();
    }

    /** What the orchestrator may upgrade, in the order in which it does. */
    public List<LabInstance> upgradeable() {
        return UPGRADEABLE.stream().flatMap(part -> of(part).stream()).toList();
    }

    public LabInstance instance(InstanceId id) {
        return instances.stream()
                .filter(instance -> instance.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no instance " + id));
    }

    /** The one of the host with that index. */
    public static InstanceId worker(int index) {
        return new InstanceId("worker-" + letters(index));
    }

    /** The host with that index. */
    public static HostId host(int index) {
        return new HostId("host-" + letters(index));
    }

    /** a … z, aa … */
    private static String letters(int index) {
        var last = Character.toString('a' + index % LETTERS);
        return (index < LETTERS ? "" : Character.toString('a' + index / LETTERS - 1)) + last;
    }
}
