package io.mddc.upgrade.lab.demo;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mddc.upgrade.cluster.HostId;
import io.mddc.upgrade.cluster.PackageFormat;
import io.mddc.upgrade.lab.host.HostKeeper;
import io.mddc.upgrade.lab.host.LabHost;
import io.mddc.upgrade.lab.host.LabInstance;
import io.mddc.upgrade.lab.packaging.LabPart;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The product's configuration files on the lab's hosts. They are YAML, of which JSON is a part. */
final class ProductConfigs {
    static final int CONTROL_CENTER_PORT = 8892;
    /** Where each engine listens; the embedded one's own parts find each other on this address only. */
    static final String ENGINE_ADDRESS = "127.0.0.1";

    static final int ENGINE_PORT = 7233;
    static final int WEB_UI_PORT = 8233;

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final Folders folders;
    private final String controlCenterAddress;
    private final EngineKind engine;

    ProductConfigs(Folders folders, String controlCenterAddress, EngineKind engine) {
        this.folders = folders;
        this.controlCenterAddress = controlCenterAddress;
        this.engine = engine;
    }

    String controlCenterUrl() {
        return "http://" + controlCenterAddress + ":" + CONTROL_CENTER_PORT;
    }

    String engineTarget() {
        return ENGINE_ADDRESS + ":" + ENGINE_PORT;
    }

    /** Empty when the engine has none. */
    Optional<String> webUi() {
        return engine == EngineKind.EMBEDDED
                ? Optional.of("http://" + ENGINE_ADDRESS + ":" + WEB_UI_PORT)
                : Optional.empty();
    }

    Path controlCenterData() {
        return folders.product().resolve("control-center");
    }

    Path workerData(HostId host) {
        return folders.product().resolve("worker-" + host);
    }

    Path writeControlCenter(Path policy) {
        var config = JSON.objectNode();
        config.put("dataFolder", controlCenterData().toString());
        config.put("policyFile", policy.toString());
        var packages = config.putObject("packages");
        Stream.of(LabPart.values())
                .forEach(part ->
                        part.component().ifPresent(component -> packages.put(component.name(), part.packageName())));
        config.putObject("listen").put("address", controlCenterAddress).put("port", CONTROL_CENTER_PORT);
        config.putObject("engine")
                .put("mode", engine == EngineKind.EMBEDDED ? "embedded" : "external")
                .put("address", engineTarget())
                .putObject("embedded")
                .put("webUiPort", WEB_UI_PORT)
                .put("toolsFolder", folders.home().resolve(".tools").toString());
        return write(Folders.made(controlCenterData()).resolve("control-center.yml"), config);
    }

    /** How its workers talk to each component. */
    void writeProfiles(Duration deregistrationDelay) {
        profiles().write(deregistrationDelay);
    }

    private LabProfiles profiles() {
        return new LabProfiles(
                folders.home().resolve("config/profiles"), folders.product().resolve("profiles"));
    }

    /**
     * @param credential the worker's own at the control center
     * @param operator opens the administration of every Core and gateway
     */
    record Keys(String credential, String operator) {}

    /**
     * @param url where it finds the control center
     */
    Path writeWorker(LabHost host, String url, Keys keys, List<LabInstance> instances) {
        var data = Folders.made(workerData(host.id()));
        Folders.write(data.resolve("credential"), keys.credential());
        Folders.write(data.resolve("operator.apikey"), keys.operator());
        var config = JSON.objectNode();
        config.put("host", host.id().value());
        config.put("dataFolder", data.toString());
        config.putObject("controlCenter")
                .put("url", url)
                .put("credentialFile", data.resolve("credential").toString());
        config.putObject("engine").put("target", engineTarget()).put("namespace", "default");
        config.put("reportEvery", "PT1S");
        config.put("poll", "PT0.05S");
        config.put("profiles", profiles().folder().toString());
        config.put("noProcess", "PT3S");
        var reboot = config.putArray("rebootCommand");
        HostKeeper.restartCommand(host).forEach(reboot::add);
        installer(config.putObject("installer"), host);
        var list = config.putArray("instances");
        instances.forEach(instance -> list.add(instance(instance, data)));
        return write(data.resolve("worker.yml"), config);
    }

    /** No host of the lab reaches a repository of dnf. */
    private static void installer(ObjectNode installer, LabHost host) {
        installer.put("root", "");
        if (host.packages().format() == PackageFormat.RPM) {
            installer.put("kind", "REDHAT").put("repositories", "NONE");
        } else {
            installer.put("kind", "DEBIAN");
        }
    }

    private static ObjectNode instance(LabInstance instance, Path data) {
        boolean isolable = instance.part().isIsolable();
        var node = JSON.objectNode()
                .put("id", instance.id().value())
                .put("component", instance.part().component().orElseThrow().name())
                .put("url", instance.url().toString())
                .put("apiKeyFile", isolable ? data.resolve("operator.apikey").toString() : "")
                .put("package", instance.part().packageName())
                .put("self", instance.part().program().isPresent());
        var service = node.putObject("service");
        service.putArray("control").add(instance.control().toString());
        service.put("pidFile", instance.pidFile().toString());
        node.putArray("configuration").add(instance.configuration().toString());
        if (!instance.part().hooks().isEmpty()) {
            hooks(node.putObject("hooks"), instance);
        }
        return node;
    }

    /** Its data is copied before the installer runs, and put back on the way back. */
    private static void hooks(ObjectNode hooks, LabInstance instance) {
        hooks.set("beforeInstall", hook(instance, "backup"));
        hooks.set("restore", hook(instance, "restore"));
    }

    private static ObjectNode hook(LabInstance instance, String program) {
        var hook = JSON.objectNode().put("limit", "PT1M");
        hook.putArray("command")
                .add(instance.control().resolveSibling(program).toString())
                .add(instance.backup().toString());
        return hook;
    }

    private static Path write(Path file, ObjectNode config) {
        Folders.write(file, config.toPrettyString() + "\n");
        return file;
    }
}
