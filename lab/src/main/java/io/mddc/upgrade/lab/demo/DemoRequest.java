package io.mddc.upgrade.lab.demo;

import static com.google.common.base.Preconditions.checkArgument;

import io.mddc.upgrade.cluster.HostId;
import io.mddc.upgrade.cluster.InstanceId;
import io.mddc.upgrade.lab.chaos.KillOrder;
import io.mddc.upgrade.lab.fault.FaultOrder;
import io.mddc.upgrade.lab.host.ClusterLayout;
import io.mddc.upgrade.lab.packaging.LabPart;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What this run shall be, checked. */
record DemoRequest(Scenario scenario, Shape shape, Traffic traffic, Doing doing, Places places) {
    /** The same under another policy; its report is written where it always is. */
    DemoRequest under(Path policy) {
        return new DemoRequest(scenario, shape, traffic, doing, new Places(policy, Optional.empty(), places.plain()));
    }

    /**
     * @param redHat hosts that have rpm and dnf; the others have dpkg
     */
    record Shape(int cores, int gateways, Set<HostId> redHat) {
        Shape {
            redHat = Set.copyOf(redHat);
        }

        Shape(int cores, int gateways) {
            this(cores, gateways, Set.of());
        }

        List<HostId> hosts() {
            return IntStream.range(0, Math.max(cores, gateways))
                    .mapToObj(ClusterLayout::host)
                    .toList();
        }

        /** The instances of a part that can be upgraded, in the order people count them. */
        List<InstanceId> instances(LabPart part) {
            return switch (part) {
                case CORE -> numbered("core-", cores);
                case API_GATEWAY -> numbered("gateway-", gateways);
                case CONTROL_CENTER -> List.of(ClusterLayout.CONTROL_CENTER);
                case IDENTITY_SERVICE -> List.of(ClusterLayout.IDENTITY_SERVICE);
                case WORKER ->
                    IntStream.range(0, Math.max(cores, gateways))
                            .mapToObj(ClusterLayout::worker)
                            .toList();
                case FILE_STORAGE -> List.of(ClusterLayout.FILE_STORAGE);
                case SHARED_SERVICES -> List.of();
            };
        }

        /** Those that this scenario upgrades. */
        Units units(Scenario scenario) {
            return new Units(scenario.targets().stream()
                    .flatMap(target -> instances(target.part()).stream())
                    .toList());
        }

        /** Whatever can be upgraded. */
        Units all() {
            return new Units(Stream.of(LabPart.values())
                    .flatMap(part -> instances(part).stream())
                    .toList());
        }

        private static List<InstanceId> numbered(String name, int count) {
            return IntStream.rangeClosed(1, count)
                    .mapToObj(n -> new InstanceId(name + n))
                    .toList();
        }
    }

    /** The instances that are upgraded. */
    record Units(List<InstanceId> ids) {
        Units {
            ids = List.copyOf(ids);
        }

        /** Throws with what is allowed. */
        void require(InstanceId id) {
            checkArgument(
                    ids.contains(id),
                    "there is no instance '%s': allowed is %s to %s",
                    id,
                    ids.get(0),
                    ids.get(ids.size() - 1));
        }
    }

    /**
     * @param files at least so many are sent
     * @param rate files per second
     * @param seed decides files and scan times
     */
    record Traffic(int files, double rate, long seed) {}

    /**
     * @param careless no orchestrator
     * @param engine which the product has; nobody uses it in a careless run
     * @param faults how the new version is bad
     * @param emergencyStops so often the emergency stop is pressed
     * @param administrator what is done when the upgrade waits for the reboot of a host
     * @param keep all is left running at the end
     */
    record Doing(
            boolean careless,
            EngineKind engine,
            List<KillOrder> kills,
            List<FaultOrder> faults,
            int emergencyStops,
            Administrator.Habit administrator,
            boolean keep) {
        Doing {
            kills = List.copyOf(kills);
            faults = List.copyOf(faults);
            kills.forEach(engine::requireComesBackFrom);
        }
    }

    record Places(Path policy, Optional<Path> report, boolean plain) {}
}
