package io.mddc.upgrade.controlcenter.console;

import io.mddc.upgrade.cluster.Component;
import io.mddc.upgrade.cluster.Health;
import io.mddc.upgrade.cluster.HostId;
import io.mddc.upgrade.cluster.Instance;
import io.mddc.upgrade.cluster.InstanceId;
import io.mddc.upgrade.cluster.SettingName;
import io.mddc.upgrade.cluster.UpgradeId;
import io.mddc.upgrade.cluster.Version;
import io.mddc.upgrade.controlcenter.hold.SettingsFreeze;
import io.mddc.upgrade.controlcenter.hold.WatchedSettings;
import io.mddc.upgrade.controlcenter.store.Databases;
import io.mddc.upgrade.controlcenter.upgrades.Examples;
import io.mddc.upgrade.plan.ClusterView;
import io.mddc.upgrade.plan.Finding;
import io.mddc.upgrade.plan.SettingFindings;
import io.mddc.upgrade.protocol.WatchedSetting;
import io.mddc.upgrade.protocol.WorkerReport;
import io.mddc.upgrade.run.Outcome;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Jdbi;

/** What the page of settings shows, in a database of its own: nothing holds the cluster, and no control center is the vendor's. */
final class SampleCluster {
    static final InstanceId CENTER = new InstanceId("control-center-9");
    static final HostId HOST = new HostId("host-v");

    private final Jdbi jdbi = Databases.h2();
    private Optional<Instance> foreign = Optional.empty();

    Jdbi jdbi() {
        return jdbi;
    }

    /** From noon on, by a row as every start writes it. */
    UpgradeId isHeld() {
        return Examples.started(jdbi);
    }

    void isGivenBack() {
        Examples.hold(jdbi).giveBack(Examples.FIRST, Outcome.ABORTED, "Aborted.");
    }

    /** A control center of the vendor's is there; two of its settings are read, one of them too long to be kept. */
    void watches() {
        var workflow = "{\"archiveDepth\":5,\"archiveTypes\":[\"" + SampleUpgrades.HOSTILE.replace("\"", "") + "\"]}";
        var settings = List.of(watched(SettingName.WORKFLOW, workflow), watched(SettingName.HEALTH_CHECK, ""));
        var center = center();
        var report = new WorkerReport(HOST, "0.1.0", 0.5, 1, 1, List.of(center), List.of()).watching(settings);
        jdbi.useTransaction(handle -> WatchedSettings.take(handle, report, Examples.NOON));
        foreign = Optional.of(center);
    }

    List<Finding> unread() {
        return SettingFindings.of(new ClusterView(foreign.stream().toList(), Set.of(), List.of()));
    }

    private static WatchedSetting watched(SettingName name, String document) {
        return new WatchedSetting(CENTER, name, SettingsFreeze.digest(document), document);
    }

    private static Instance center() {
        return new Instance(
                CENTER,
                Component.CONTROL_CENTER,
                HOST,
                URI.create("http://127.0.0.1:9000"),
                Optional.of(new Version("2.5.0-1")),
                "2.5.0",
                Health.READY,
                "");
    }
}
