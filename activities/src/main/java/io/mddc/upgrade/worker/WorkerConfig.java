package io.mddc.upgrade.worker;

import io.mddc.upgrade.cluster.Component;
import io.mddc.upgrade.cluster.Hook;
import io.mddc.upgrade.cluster.HostId;
import io.mddc.upgrade.cluster.InstanceId;
import io.mddc.upgrade.cluster.PackageFormat;
import io.mddc.upgrade.worker.control.ServiceControl;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * {@code config/worker.yml}, checked; its comments say what each key means.
 *
 * @param poll between two looks at what is waited for
 * @param rebootCommand starts this host again; empty where only a person may
 * @param noProcess after so long without a process a service is not waited for any longer
 */
record WorkerConfig(
        HostId host,
        Path dataFolder,
        ControlCenterAt controlCenter,
        EngineAt engine,
        Duration reportEvery,
        Duration poll,
        Duration noProcess,
        List<String> rebootCommand,
        InstallerChoice installer,
        Profiles profiles,
        List<InstanceConfig> instances) {
    private static final Path PROFILES = Path.of("config/profiles").toAbsolutePath();

    record ControlCenterAt(URI url, Path credentialFile) {}

    record EngineAt(String target, String namespace) {}

    /**
     * @param profile the name of the file that says how to talk to it
     * @param hooks programs that are run around its upgrade
     * @param isSelf it is a part of this product, not the vendor's
     */
    record InstanceConfig(
            InstanceId id,
            Component component,
            String profile,
            URI url,
            Optional<Path> apiKeyFile,
            String packageName,
            ServiceControl service,
            List<Path> configuration,
            boolean isSelf,
            Map<Hook, RunHook.Program> hooks) {}

    static WorkerConfig read(Path file) {
        var tree = ConfigTree.read(file)
                .allowingOnly(
                        "host",
                        "dataFolder",
                        "controlCenter",
                        "engine",
                        "reportEvery",
                        "poll",
                        "noProcess",
                        "rebootCommand",
                        "installer",
                        "profiles",
                        "instances");
        var host = tree.value("host", HostId::new, "a host name in small letters, such as host-a");
        var installer = InstallerChoice.read(tree.section("installer"));
        var instances = tree.sections("instances").stream()
                .map(section -> instance(section, installer.kind().format()))
                .toList();
        requireDistinct(instances);
        return new WorkerConfig(
                host,
                tree.path("dataFolder"),
                controlCenter(tree.section("controlCenter")),
                engine(tree.section("engine")),
                tree.duration("reportEvery", Duration.ofSeconds(2)),
                tree.duration("poll", Duration.ofMillis(100)),
                tree.duration("noProcess", Duration.ofSeconds(10)),
                tree.has("rebootCommand") ? tree.texts("rebootCommand") : List.of(),
                installer,
                new Profiles(tree.optionalPath("profiles").orElse(PROFILES)),
                instances);
    }

    private static ControlCenterAt controlCenter(ConfigTree tree) {
        tree.allowingOnly("url", "credentialFile");
        return new ControlCenterAt(tree.httpAddress("url"), tree.path("credentialFile"));
    }

    private static EngineAt engine(ConfigTree tree) {
        tree.allowingOnly("target", "namespace");
        var allowed = "host:port, such as 127.0.0.1:7233";
        var target = tree.value("target", WorkerConfig::hostAndPort, allowed);
        return new EngineAt(target, tree.text("namespace"));
    }

    private static String hostAndPort(String text) {
        if (!text.matches("\\S+:[0-9]{1,5}")) {
            throw new IllegalArgumentException(text);
        }
        return text;
    }

    private static InstanceConfig instance(ConfigTree tree, PackageFormat format) {
        tree.allowingOnly(
                "id",
                "component",
                "profile",
                "url",
                "apiKeyFile",
                "package",
                "service",
                "configuration",
                "self",
                "hooks");
        var component = tree.choice("component", Component.class);
        return new InstanceConfig(
                tree.value("id", InstanceId::new, "a name in small letters, such as core-1"),
                component,
                tree.textOr("profile", Profiles.nameOf(component)),
                tree.httpAddress("url"),
                tree.optionalPath("apiKeyFile"),
                tree.value("package", text -> packageName(text, format), "the name of a package, such as md-core"),
                ServiceChoice.read(tree.section("service")),
                tree.paths("configuration"),
                tree.has("self") && self(tree, component),
                tree.has("hooks") ? hooks(tree.section("hooks")) : Map.of());
    }

    private static Map<Hook, RunHook.Program> hooks(ConfigTree tree) {
        tree.allowingOnly(Arrays.stream(Hook.values()).map(Hook::key).toArray(String[]::new));
        var hooks = new EnumMap<Hook, RunHook.Program>(Hook.class);
        for (var hook : Hook.values()) {
            if (tree.has(hook.key())) {
                hooks.put(hook, program(tree.section(hook.key())));
            }
        }
        return hooks;
    }

    private static RunHook.Program program(ConfigTree tree) {
        tree.allowingOnly("command", "limit");
        return new RunHook.Program(tree.texts("command"), tree.duration("limit", Duration.ofMinutes(30)));
    }

    private static boolean self(ConfigTree tree, Component component) {
        boolean isSelf = tree.flag("self");
        if (isSelf && component != Component.WORKER && component != Component.CONTROL_CENTER) {
            throw new BadConfig("self of a " + component
                    + " is true: allowed is that for WORKER and CONTROL_CENTER, the parts of this product");
        }
        return isSelf;
    }

    private static String packageName(String text, PackageFormat format) {
        if (!format.isName(text)) {
            throw new IllegalArgumentException(text);
        }
        return text;
    }

    private static void requireDistinct(List<InstanceConfig> instances) {
        var seen = new HashSet<InstanceId>();
        for (var instance : instances) {
            if (!seen.add(instance.id())) {
                throw new BadConfig("instances", instance.id(), "each id once");
            }
        }
    }
}
