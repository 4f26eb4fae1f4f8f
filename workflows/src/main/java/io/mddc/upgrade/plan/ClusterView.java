package io.mddc.upgrade.plan;

import static java.util.Comparator.comparing;

import io.mddc.upgrade.cluster.Component;
import io.mddc.upgrade.cluster.HostId;
import io.mddc.upgrade.cluster.Instance;
import io.mddc.upgrade.cluster.PackageFile;
import io.mddc.upgrade.cluster.Platform;
import io.mddc.upgrade.cluster.Version;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The cluster as the planner sees it: one moment, nothing read later.
 *
 * @param silentHosts hosts whose worker has not reported lately
 * @param packages everything in the package store
 * @param hosts what their workers say of them
 * @param rules which versions may follow and stand beside one another
 * @param minimumActiveCores the product's own Health check setting: with fewer its gateways refuse files
 * @param stated those of the instances whose hosts have no worker
 */
public record ClusterView(
        List<Instance> instances,
        Set<HostId> silentHosts,
        List<PackageFile> packages,
        Map<HostId, HostView> hosts,
        VersionRules rules,
        int minimumActiveCores,
        StatedInstances stated) {
    public ClusterView {
        instances = instances.stream()
                .sorted(comparing((Instance instance) -> instance.id().value(), new NaturalOrder()))
                .toList();
        silentHosts = Set.copyOf(silentHosts);
        packages = List.copyOf(packages);
        hosts = Map.copyOf(hosts);
    }

    public ClusterView(List<Instance> instances, Set<HostId> silentHosts, List<PackageFile> packages) {
        this(instances, silentHosts, packages, Map.of(), VersionRules.NONE);
    }

    public ClusterView(
            List<Instance> instances,
            Set<HostId> silentHosts,
            List<PackageFile> packages,
            Map<HostId, HostView> hosts,
            VersionRules rules) {
        this(instances, silentHosts, packages, hosts, rules, 0);
    }

    public ClusterView(
            List<Instance> instances,
            Set<HostId> silentHosts,
            List<PackageFile> packages,
            Map<HostId, HostView> hosts,
            VersionRules rules,
            int minimumActiveCores) {
        this(instances, silentHosts, packages, hosts, rules, minimumActiveCores, StatedInstances.NONE);
    }

    /** The same, some of whose instances no worker reports. */
    public ClusterView stating(StatedInstances known) {
        return new ClusterView(instances, silentHosts, packages, hosts, rules, minimumActiveCores, known);
    }

    /** What the product itself asks for. */
    int minimumActive(Component component) {
        return component == Component.CORE ? minimumActiveCores : 0;
    }

    /** In the order people count: {@code core-2} before {@code core-10}. */
    public List<Instance> of(Component component) {
        return instances.stream()
                .filter(instance -> instance.component() == component)
                .toList();
    }

    Set<HostId> hostsOfInstances() {
        return instances.stream().map(Instance::host).collect(Collectors.toSet());
    }

    HostView host(HostId host) {
        return hosts.getOrDefault(host, HostView.UNTOLD);
    }

    /** As its host's worker says, or a person where there is none. */
    Platform platformOf(Instance instance) {
        return Optional.ofNullable(stated.platforms().get(instance.id()))
                .orElseGet(() -> host(instance.host()).platform());
    }

    /** Those that somebody of ours sees: only of them it is known whether they are active. */
    int seen(Component component) {
        return (int) of(component).stream()
                .filter(instance -> !stated.has(instance.id()))
                .count();
    }

    /** In every format; whether two spellings are one version is for the format to say. */
    List<PackageFile> packagesOf(Component component, Version version) {
        return packages.stream()
                .filter(file -> file.component() == component && file.format().isSame(file.version(), version))
                .toList();
    }
}
