package io.mddc.upgrade.plan;

import io.mddc.upgrade.cluster.Component;
import io.mddc.upgrade.cluster.Hook;
import io.mddc.upgrade.cluster.HostNote.Kind;
import io.mddc.upgrade.cluster.Instance;
import io.mddc.upgrade.plan.Finding.Code;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What is noticed about the whole system, where a stage takes it down. */
final class MaintenanceFindings {
    private final ClusterView cluster;

    MaintenanceFindings(ClusterView cluster) {
        this.cluster = cluster;
    }

    List<Finding> of(Component component) {
        var findings = new ArrayList<Finding>();
        findings.add(new Finding(
                Code.SYSTEM_DOWN,
                "While %s is upgraded the whole system is down: gateways refuse files and downloads, Cores are stopped."
                        .formatted(component.title()),
                "Choose a time when no files are sent."));
        around().filter(instance -> cluster.silentHosts().contains(instance.host()))
                .map(instance -> new Finding(
                        Code.WORKER_SILENT,
                        "%s cannot be taken down: the worker of %s does not report."
                                .formatted(instance.id(), instance.host()),
                        "Start it."))
                .forEach(findings::add);
        cluster.of(Component.API_GATEWAY).stream()
                .filter(gateway -> cluster.host(gateway.host()).says(Kind.NO_MAINTENANCE, gateway.id()))
                .map(MaintenanceFindings::cannotClose)
                .forEach(findings::add);
        cluster.of(component).stream()
                .filter(instance ->
                        !cluster.host(instance.host()).hooksOf(instance.id()).contains(Hook.BEFORE_INSTALL))
                .map(MaintenanceFindings::noBackup)
                .forEach(findings::add);
        return findings;
    }

    private Stream<Instance> around() {
        return Stream.of(Component.API_GATEWAY, Component.CORE).flatMap(component -> cluster.of(component).stream());
    }

    private static Finding cannotClose(Instance gateway) {
        return new Finding(
                Code.NO_MAINTENANCE,
                "%s cannot refuse files while the system is down.".formatted(gateway.id()),
                "Say in its profile how it is closed.");
    }

    private static Finding noBackup(Instance instance) {
        return new Finding(
                Code.NO_BACKUP,
                "%s has no backup made before its installer runs: once the new version was started only a person can go back."
                        .formatted(instance.id()),
                "Name a program under hooks.beforeInstall of its worker, or make a backup first.");
    }
}
