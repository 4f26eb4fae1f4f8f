package io.mddc.upgrade.slots;

import io.mddc.upgrade.cluster.Component;
import io.mddc.upgrade.cluster.HostId;
import io.mddc.upgrade.cluster.InstanceId;
import io.mddc.upgrade.cluster.PackageFile;
import io.mddc.upgrade.cluster.Sha256;
import io.mddc.upgrade.cluster.Version;
import io.mddc.upgrade.plan.UnitPlan;
import java.util.Optional;

/** Units for tests. */
final class Units {
    private static final PackageFile TARGET = new PackageFile(
            new Sha256("b".repeat(64)), 1000, Component.CORE, "md-core", new Version("5.17.0-1"), "amd64");

    private Units() {}

    static UnitPlan plan(String instance, String host) {
        return new UnitPlan(
                new InstanceId(instance), new HostId(host), new Version("5.16.0-1"), TARGET, Optional.empty());
    }
}
