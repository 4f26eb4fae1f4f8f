package io.mddc.upgrade.lab.host;

import io.mddc.upgrade.lab.packaging.LabPart;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes what a host must know before a package is installed: the instance's settings and how its JVM is started. */
final class InstanceFiles {
    private final ClusterConfig config;
    private final ClusterLayout layout;

    InstanceFiles(ClusterConfig config, ClusterLayout layout) {
        this.config = config;
        this.layout = layout;
    }

    /** Into the instance's folder below /etc. */
    void write(LabInstance instance, LabHost host, Path archive) {
        var etc = host.outside(Path.of("/etc/opswat", instance.part().packageName()));
        var settings = settings(instance).entrySet().stream()
                .map(entry -> entry.getKey() + "=" + entry.getValue() + "\n")
                .collect(Collectors.joining());
        try {
            Files.createDirectories(etc);
            secret(etc.resolve("instance.properties"), settings);
            Files.writeString(etc.resolve("jvm.options"), String.join("\n", jvmOptions(archive)) + "\n");
            Files.deleteIfExists(etc.resolve("java"));
            Files.createSymbolicLink(etc.resolve("java"), java());
        } catch (IOException e) {
            throw new UncheckedIOException("The files of " + instance.id() + " cannot be written", e);
        }
    }

    /** What starts a part of the product, and with what. */
    static void writeProgram(LabInstance instance, LabHost host, Path launcher, Path configuration) {
        var etc = host.outside(Path.of("/etc/opswat", instance.part().packageName()));
        try {
            Files.createDirectories(etc);
            Files.writeString(
                    etc.resolve("program.conf"),
                    "launcher='" + launcher + "'\nconfiguration='" + configuration + "'\n");
        } catch (IOException e) {
            throw new UncheckedIOException("The files of " + instance.id() + " cannot be written", e);
        }
    }

    /** On its host: with what is in it the part reads the product's settings. */
    static Path settingsKey(LabInstance instance) {
        return Path.of("/etc/opswat", instance.part().packageName(), "settings.key");
    }

    /** Of the JDK that this process runs on. */
    static Path java() {
        return Path.of(System.getProperty("java.home"), "bin", "java");
    }

    static List<String> jvmOptions(Path archive) {
        return List.of(
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xms16m",
                "-Xmx64m",
                "-Xss512k",
                "\"-Djava.util.logging.SimpleFormatter.format=%1$tFT%1$tT.%1$tL %4$s %3$s: %5$s%6$s%n\"",
                "-Xshare:auto",
                "\"-XX:SharedArchiveFile=" + archive + "\"");
    }

    Map<String, String> settings(LabInstance instance) {
        var name = instance.part().packageName();
        var settings = new LinkedHashMap<String, String>();
        settings.put("id", instance.id().value());
        settings.put("address", instance.address());
        settings.put("port", Integer.toString(instance.part().port()));
        settings.put("dataFolder", "/var/lib/opswat/" + name + "/data");
        settings.put("versionFile", "/opt/opswat/" + name + "/VERSION");
        settings.put("sharedUrl", url(LabPart.SHARED_SERVICES));
        settings.put("storageUrl", url(LabPart.FILE_STORAGE));
        settings.put("identityUrl", url(LabPart.IDENTITY_SERVICE));
        settings.putAll(own(instance.part()));
        if (instance.part().isIsolable()) {
            settings.put("settingsUrl", url(LabPart.CONTROL_CENTER));
            settings.put("settingsKeyFile", settingsKey(instance).toString());
        }
        return settings;
    }

    private Map<String, String> own(LabPart part) {
        var core = config.core();
        var access = config.access();
        return switch (part) {
            case SHARED_SERVICES ->
                Map.of("coreLease", config.shape().coreLease().toString());
            case FILE_STORAGE, CONTROL_CENTER, WORKER -> Map.of();
            case IDENTITY_SERVICE -> Map.of("user", access.user(), "password", access.password());
            case API_GATEWAY ->
                Map.of(
                        "operatorKey",
                        access.operatorKey(),
                        "minimumActiveCores",
                        Integer.toString(config.shape().minimumActiveCores()));
            case CORE ->
                Map.of(
                        "operatorKey", access.operatorKey(),
                        "filesAtOnce", Integer.toString(core.filesAtOnce()),
                        "engineLoadTime", core.engineLoadTime().toString(),
                        "scanTime.seed", Long.toString(core.scanTime().seed()),
                        "scanTime.median", core.scanTime().median().toString(),
                        "scanTime.p99", core.scanTime().p99().toString(),
                        "scanTime.most", core.scanTime().most().toString());
        };
    }

    private String url(LabPart part) {
        return layout.of(part).get(0).url().toString();
    }

    private static void secret(Path file, String content) throws IOException {
        var temporary = Files.createTempFile(
                file.getParent(),
                "instance",
                ".part",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(temporary, content);
        Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
