package io.mddc.upgrade.lab.packaging;

import io.mddc.upgrade.cluster.Component;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The parts the lab has packages of, in the order in which they start. */
public enum LabPart {
    SHARED_SERVICES("mddc-lab-shared", 8880, "io.mddc.upgrade.lab.service.shared.SharedServices", null),
    FILE_STORAGE(
            "md-cluster-file-storage", 8890, "io.mddc.upgrade.lab.service.storage.FileStorage", Component.FILE_STORAGE),
    IDENTITY_SERVICE(
            "md-cluster-identity-service",
            8891,
            "io.mddc.upgrade.lab.service.identity.IdentityService",
            Component.IDENTITY_SERVICE),
    API_GATEWAY(
            "md-cluster-api-gateway", 8899, "io.mddc.upgrade.lab.service.gateway.ApiGateway", Component.API_GATEWAY),
    CORE("md-core", 8008, "io.mddc.upgrade.lab.service.core.Core", Component.CORE),
    CONTROL_CENTER(
            "md-cluster-control-center",
            8892,
            "io.mddc.upgrade.controlcenter.ControlCenter",
            Component.CONTROL_CENTER,
            "control-center"),
    WORKER("md-cluster-worker", 8893, "io.mddc.upgrade.worker.WorkerMain", Component.WORKER, "worker");

    private final String packageName;
    private final int port;
    private final String mainClass;
    private final Optional<Component> component;
    private final Optional<String> program;

    LabPart(String packageName, int port, String mainClass, @Nullable Component component) {
        this(packageName, port, mainClass, component, null);
    }

    LabPart(String packageName, int port, String mainClass, @Nullable Component component, @Nullable String program) {
        this.packageName = packageName;
        this.port = port;
        this.mainClass = mainClass;
        this.component = Optional.ofNullable(component);
        this.program = Optional.ofNullable(program);
    }

    /** As the vendor names its own. */
    public String packageName() {
        return packageName;
    }

    /** The vendor's port, on the host's own loopback address. */
    public int port() {
        return port;
    }

    public String mainClass() {
        return mainClass;
    }

    /** What the orchestrator knows it as; empty for the shared services, which are never upgraded. */
    public Optional<Component> component() {
        return component;
    }

    /** What the product's launcher calls it; empty for the parts that only stand for the vendor's. */
    public Optional<String> program() {
        return program;
    }

    /** It can be taken out of new work. */
    public boolean isIsolable() {
        return this == API_GATEWAY || this == CORE;
    }

    /** Programs of its package that an upgrade may be told to run: {@code bin/<name> FOLDER}. */
    public List<String> hooks() {
        return this == FILE_STORAGE ? List.of("backup", "restore") : List.of();
    }

    /** Those that stand for the vendor's. */
    public static List<LabPart> ofLab() {
        return Arrays.stream(values()).filter(part -> part.program.isEmpty()).toList();
    }
}
