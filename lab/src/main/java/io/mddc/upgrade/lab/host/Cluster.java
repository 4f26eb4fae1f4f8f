package io.mddc.upgrade.lab.host;

import io.mddc.upgrade.cluster.HostId;
import io.mddc.upgrade.cluster.InstanceId;
import io.mddc.upgrade.cluster.PackageFormat;
import io.mddc.upgrade.cluster.Version;
import io.mddc.upgrade.lab.fault.FaultFiles;
import io.mddc.upgrade.lab.fault.FaultKind;
import io.mddc.upgrade.lab.packaging.LabPart;
import io.mddc.upgrade.lab.service.admin.PartProbe;
import io.mddc.upgrade.lab.service.admin.Probe;
import io.mddc.upgrade.lab.service.shared.SharedProbe;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A small real cluster: hosts, and the lab's parts installed on them. Closing it leaves no process and no mount; the files
 * stay below {@code <workFolder>/hosts} until the next one is created there.
 */
public final class Cluster implements AutoCloseable {
    private final ClusterConfig config;
    private final ClusterLayout layout;
    private final WorkFolder workFolder;
    private final Map<HostId, LabHost> hosts = new LinkedHashMap<>();
    private final ClusterPackages packages;

    private Cluster(ClusterConfig config, Set<HostId> redHat, WorkFolder workFolder) {
        this.config = config;
        this.workFolder = workFolder;
        this.layout = ClusterLayout.of(config.shape());
        this.packages = new ClusterPackages(config, workFolder.packages(), this::formats);
        for (var instance : layout.instances()) {
            hosts.computeIfAbsent(
                    instance.host(),
                    id -> new LayeredHost(
                            id,
                            instance.address(),
                            workFolder.host(id),
                            redHat.contains(id) ? PackageFormat.RPM : PackageFormat.DEB));
        }
    }

    /**
     * Clears away what a former run left in the same work folder; nothing runs yet.
     *
     * @param redHat hosts that have rpm and dnf; the others have dpkg
     */
    public static Cluster create(ClusterConfig config, Set<HostId> redHat) {
        var workFolder = WorkFolder.take(config.workFolder());
        workFolder.clearHosts();
        return new Cluster(config, redHat, workFolder);
    }

    /** Starts the hosts. A taken port is refused first, naming its holder. */
    public void boot() {
        layout.instances()
                .forEach(instance ->
                        Ports.requireFree(instance.address(), instance.part().port()));
        hosts.values().parallelStream().forEach(LabHost::boot);
    }

    /**
     * Builds the packages of the configured versions, installs them and waits until all are ready: the services every other
     * part needs first, then gateways and Cores on all hosts at once.
     */
    public void installAll() {
        packages.buildFirst();
        var installation = new Installation(config, layout, Map.copyOf(hosts), packages);
        installation.prepare();
        installation.run();
    }

    /**
     * Installs a part of the product in the configured version, which starts it.
     *
     * @param launcher starts the product's programs
     * @param configuration its own
     */
    public void installProgram(LabInstance instance, Path launcher, Path configuration) {
        var host = host(instance.host());
        InstanceFiles.writeProgram(instance, host, launcher, configuration);
        var installer = host.packages();
        installer.install(List.of(packages.buildFirst(instance.part(), installer.format())));
    }

    /** Cores and gateways follow the product's settings from now on. */
    public void giveSettingsKey(String token) {
        upgradeable().stream()
                .filter(instance -> instance.part().isIsolable())
                .forEach(instance -> files(instance).write(InstanceFiles.settingsKey(instance), token));
    }

    /** Packages of any version, in the work folder: one for each format that a host with the part takes. */
    public Map<PackageFormat, Path> build(LabPart part, Version version) {
        return packages.build(part, version);
    }

    /** Those that are bad for every host, instead of the good ones. */
    public Map<PackageFormat, Path> buildBad(LabPart part, Version version, FaultKind fault) {
        return packages.buildBad(part, version, fault);
    }

    private Set<PackageFormat> formats(LabPart part) {
        return layout.of(part).stream()
                .map(instance -> host(instance.host()).packages().format())
                .collect(Collectors.toSet());
    }

    /** From now on that version, and no other but where there shall be no way back, is bad on the instance's host. */
    public void makeBad(LabInstance instance, FaultKind fault, Version version) {
        var file = FaultFiles.onHost(instance.part().packageName());
        var lines = String.join("\n", FaultFiles.lines(fault, version, config.version(instance.part())));
        files(instance).write(file, lines);
    }

    /** From now on no version is bad on the instance's host. */
    public void makeGood(LabInstance instance) {
        var file = FaultFiles.onHost(instance.part().packageName());
        files(instance).remove(file);
    }

    private HostFiles files(LabInstance instance) {
        return new HostFiles(host(instance.host()));
    }

    public ClusterConfig config() {
        return config;
    }

    public List<LabHost> hosts() {
        return List.copyOf(hosts.values());
    }

    public LabHost host(HostId id) {
        return Optional.ofNullable(hosts.get(id))
                .orElseThrow(() -> new IllegalArgumentException("There is no host " + id + " in " + hosts.keySet()));
    }

    public List<LabInstance> instances() {
        return layout.instances();
    }

    public List<LabInstance> instances(LabPart part) {
        return layout.of(part);
    }

    /** Cuts the power of a host and boots it again with all that is installed on it, as its init would start that. */
    public void restart(HostId id) {
        var host = host(id);
        host.cut();
        host.boot();
        layout.on(id).forEach(instance -> start(host, instance));
    }

    private static void start(LabHost host, LabInstance instance) {
        var result = host.run(List.of(instance.control().toString(), "start"));
        if (!result.isGood()) {
            throw new HostFailure(instance.id() + " does not start with " + host.id() + ": " + result.output());
        }
    }

    /** What the orchestrator may upgrade, on all hosts. */
    public List<LabInstance> upgradeable() {
        return layout.upgradeable();
    }

    public LabInstance instance(InstanceId id) {
        return layout.instance(id);
    }

    public PartProbe probe(InstanceId id) {
        return new PartProbe(instance(id).url(), config.access().operatorKey());
    }

    /** What anybody can see of it. */
    public Probe sight(InstanceId id) {
        var instance = instance(id);
        return instance.part() == LabPart.WORKER ? new ProcessProbe(host(instance.host()), instance.part()) : probe(id);
    }

    public SharedProbe shared() {
        return new SharedProbe(layout.of(LabPart.SHARED_SERVICES).get(0).url());
    }

    /** From now on the hosts stay up when this process ends, until the next cluster is created in the same work folder. */
    public void keepRunning() {
        hosts.values().forEach(LabHost::keepRunning);
    }

    @Override
    public void close() {
        hosts.values().forEach(LabHost::close);
        workFolder.close();
    }
}
