package io.mddc.upgrade.lab.packaging;

import io.mddc.upgrade.cluster.Component;
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
    CORE("md-core", 8008, "io.mddc.upgrade.lab.service.core.Core", Component.CORE);

    private final String packageName;
    private final int port;
    private final String mainClass;
    private final Optional<Component> component;

    LabPart(String packageName, int port, String mainClass, @Nullable Component component) {
        this.packageName = packageName;
        this.port = port;
        this.mainClass = mainClass;
        this.component = Optional.ofNullable(component);
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
}
