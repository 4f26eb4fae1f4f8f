package io.mddc.upgrade.lab.demo;

import io.mddc.upgrade.cluster.HostId;
import io.mddc.upgrade.cluster.UpgradeId;
import io.mddc.upgrade.lab.chaos.Killable;
import io.mddc.upgrade.lab.host.Cluster;
import io.mddc.upgrade.lab.host.LabHost;
import io.mddc.upgrade.lab.host.LabInstance;
import io.mddc.upgrade.lab.host.Ports;
import io.mddc.upgrade.lab.packaging.LabPart;
import io.mddc.upgrade.lab.trial.TrialEngineProgram;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The product on the lab's hosts: the control center on the first, a worker on each. */
final class Product {
    /** Other than those that Cores are delivered with, so that it shows whether they follow. */
    static final String NEWER_DEFINITIONS = "20261122";

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Folders folders;
    private final Cluster cluster;
    private final ProductConfigs configs;
    private final Path policy;
    private final LabHost first;
    private final Optional<HostProcess> trialEngine;
    private final ServiceProcess controlCenter;
    private final Map<HostId, ServiceProcess> workers = new TreeMap<>();
    private final Map<HostId, String> damagedLines = new TreeMap<>();

    Product(Folders folders, Cluster cluster, Path policy, EngineKind engine) {
        this.folders = folders;
        this.cluster = cluster;
        this.first = cluster.hosts().get(0);
        this.configs = new ProductConfigs(folders, first.address(), engine);
        this.trialEngine = engine == EngineKind.TRIAL ? Optional.of(trialEngine()) : Optional.empty();
        this.controlCenter = service(cluster.instances(LabPart.CONTROL_CENTER).get(0));
        this.policy = policy;
    }

    private ServiceProcess service(LabInstance instance) {
        return new ServiceProcess(cluster, instance);
    }

    private HostProcess trialEngine() {
        return new HostProcess(
                first,
                "trial-engine",
                Folders.made(folders.product().resolve("trial-engine")),
                TrialEngineProgram.command(ProductConfigs.ENGINE_ADDRESS, ProductConfigs.ENGINE_PORT));
    }

    ProductConfigs configs() {
        return configs;
    }

    Killable controlCenter() {
        return controlCenter;
    }

    Killable engine() {
        return new EngineVictim(first, configs.controlCenterData().resolve("engine.pid"));
    }

    Killable worker(HostId host) {
        return Optional.ofNullable(workers.get(host))
                .orElseThrow(() -> new IllegalArgumentException("no worker on " + host));
    }

    /** Where the workers write what they install. */
    List<Path> journals() {
        return workers.keySet().stream()
                .map(host -> configs.workerData(host).resolve("journal"))
                .toList();
    }

    List<Killable> workers() {
        return List.copyOf(workers.values());
    }

    /** Returns when it is ready, engine included. */
    ControlCenterClient startControlCenter() {
        trialEngine.ifPresent(HostProcess::start);
        cluster.installProgram(controlCenter.instance(), folders.program(), configs.writeControlCenter(policy));
        var token = configs.controlCenterData().resolve("admin.token");
        Waiting.until(
                "the control center is ready, see " + controlCenter.log(),
                PATIENCE,
                () -> alive()
                        && Files.exists(token)
                        && ControlCenterClient.isReady(URI.create(configs.controlCenterUrl())));
        return new ControlCenterClient(URI.create(configs.controlCenterUrl()), read(token));
    }

    private boolean alive() {
        requireRunning("the control center", controlCenter.isRunning(), controlCenter.log());
        trialEngine.ifPresent(engine -> requireRunning("the trial engine", engine.isRunning(), engine.log()));
        return true;
    }

    private static void requireRunning(String what, boolean runs, Path log) {
        if (!runs) {
            throw new IllegalStateException(what + " ended, see " + log);
        }
    }

    /** What the worker of that host fetches by this digest will arrive damaged; said before the workers are started. */
    void damageTheLineOf(HostId id, String digest) {
        var host = cluster.host(id);
        Ports.requireFree(host.address(), DamagedLineMain.PORT);
        var folder = Folders.made(folders.product().resolve("damaged-line-" + id));
        var command = DamagedLineMain.command(host.address(), configs.controlCenterUrl(), digest);
        var line = new HostProcess(host, "damaged-line", folder, command);
        line.start();
        var url = "http://" + host.address() + ":" + DamagedLineMain.PORT;
        Waiting.until(
                "the damaged line of " + id + ", see " + line.log(),
                PATIENCE,
                () -> ControlCenterClient.isReady(URI.create(url)));
        damagedLines.put(id, url);
    }

    /** Enrols each host and installs its worker. */
    void startWorkers(ControlCenterClient client, String operatorKey) {
        configs.writeProfiles(cluster.config().gateway().deregistrationDelay());
        var administration = new Administration(client);
        administration.setMinimumActiveCores(cluster.config().shape().minimumActiveCores());
        administration.setDefinitions(NEWER_DEFINITIONS);
        cluster.giveSettingsKey(administration.viewer("lab"));
        var all = cluster.instances(LabPart.WORKER);
        all.forEach(worker -> workers.put(worker.host(), service(worker)));
        all.parallelStream().forEach(worker -> install(worker, client, operatorKey));
    }

    private void install(LabInstance worker, ControlCenterClient client, String operatorKey) {
        var host = worker.host();
        var instances = cluster.upgradeable().stream()
                .filter(instance -> instance.host().equals(host))
                .toList();
        var url = damagedLines.getOrDefault(host, configs.controlCenterUrl());
        var keys = new ProductConfigs.Keys(client.enrol(host), operatorKey);
        cluster.installProgram(
                worker, folders.program(), configs.writeWorker(cluster.host(host), url, keys, instances));
    }

    /** A person's terminal that follows the upgrade. */
    TerminalWatch watch(UpgradeId upgrade) {
        var token = configs.controlCenterData().resolve("admin.token");
        return TerminalWatch.start(
                folders.product(),
                List.of(
                        folders.program().toString(),
                        "watch",
                        upgrade.value(),
                        "--output",
                        "json",
                        "--server",
                        configs.controlCenterUrl(),
                        "--token-file",
                        token.toString()));
    }

    private static String read(Path token) {
        try {
            return Files.readString(token).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
