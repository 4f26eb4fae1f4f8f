package io.mddc.upgrade.slots;

import io.mddc.upgrade.cluster.Component;
import io.mddc.upgrade.cluster.HostId;
import io.mddc.upgrade.cluster.InstanceId;
import io.mddc.upgrade.cluster.PackageFile;
import io.mddc.upgrade.cluster.PackageFormat;
import io.mddc.upgrade.cluster.Sha256;
import io.mddc.upgrade.cluster.Version;
import io.mddc.upgrade.plan.UnitPlan;
import io.mddc.upgrade.run.UnitState;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Units for tests. */
final class Units {
    private static final PackageFile TARGET = new PackageFile(
            new Sha256("b".repeat(64)),
            1000,
            Component.CORE,
            "md-core",
            new Version("5.17.0-1"),
            "amd64",
            PackageFormat.DEB);

    private Units() {}

    static UnitPlan plan(String instance, String host) {
        return new UnitPlan(
                new InstanceId(instance), new HostId(host), new Version("5.16.0-1"), TARGET, Optional.empty());
    }

    static void waits(Slots slots, InstanceId... instances) {
        Arrays.stream(instances).forEach(instance -> slots.moved(instance, UnitState.WAITING, true));
    }

    static void waitsToGoBack(Slots slots, InstanceId instance) {
        slots.moved(instance, UnitState.MONITORING, false);
        slots.moved(instance, UnitState.ROLLING_BACK, false);
        slots.moved(instance, UnitState.ROLLING_BACK, true);
    }

    static Slots slots(int concurrency, int minimum, String... hosts) {
        return new Slots(new Slots.Rules(concurrency, minimum, 1, false, UnitState.UPGRADED), plans(hosts));
    }

    static List<UnitPlan> plans(String... hosts) {
        return IntStream.range(0, hosts.length)
                .mapToObj(n -> Units.plan("core-" + (n + 1), hosts[n]))
                .toList();
    }
}
