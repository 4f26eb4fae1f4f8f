package io.mddc.upgrade.controlcenter;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.dropwizard.core.Configuration;
import io.dropwizard.core.server.ServerFactory;
import io.mddc.upgrade.cluster.Component;
import io.mddc.upgrade.cluster.HostId;
import io.mddc.upgrade.controlcenter.engine.EngineConfig;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code config/control-center.yml}. A key that is left out has its default; each value checks itself. */
public final class ControlCenterConfig extends Configuration {
    @JsonProperty
    private ListenSettings listen = ListenSettings.DEFAULT;

    @JsonProperty
    private Path dataFolder = Path.of("data");

    @JsonProperty
    private Path policyFile = Path.of("config", "policy.yml");

    @JsonProperty
    private String versionsFile = "";

    @JsonProperty
    private DatabaseSettings database = DatabaseSettings.DEFAULT;

    @JsonProperty
    private EngineConfig engine = EngineConfig.defaults();

    @JsonProperty
    @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY)
    private Map<Component, List<String>> packages = Map.of(
            Component.CORE, List.of("md-core", "MetaDefender Core"),
            Component.API_GATEWAY, List.of("md-cluster-api-gateway"),
            Component.WORKER, List.of("md-cluster-worker"),
            Component.CONTROL_CENTER, List.of("md-cluster-control-center"),
            Component.IDENTITY_SERVICE, List.of("md-cluster-identity-service"),
            Component.FILE_STORAGE, List.of("md-cluster-file-storage"));

    @JsonProperty
    private String askedFrom = "";

    @JsonProperty
    private LimitSettings limits = LimitSettings.DEFAULT;

    @JsonProperty
    private TimeSettings times = TimeSettings.DEFAULT;

    public ListenSettings listen() {
        return listen;
    }

    public Path dataFolder() {
        return dataFolder;
    }

    public Path policyFile() {
        return policyFile;
    }

    public Optional<Path> versionsFile() {
        return versionsFile.isEmpty() ? Optional.empty() : Optional.of(Path.of(versionsFile));
    }

    public DatabaseSettings database() {
        return database;
    }

    public EngineConfig engine() {
        return engine;
    }

    /** The host whose worker asks instances on hosts without one; empty for the host of this control center. */
    public Optional<HostId> askedFrom() {
        return askedFrom.isEmpty() ? Optional.empty() : Optional.of(new HostId(askedFrom));
    }

    public LimitSettings limits() {
        return limits;
    }

    public TimeSettings times() {
        return times;
    }

    /** Which component a package of this name is. */
    public Map<String, Component> componentByPackage() {
        var components = new HashMap<String, Component>();
        packages.forEach((component, names) -> names.forEach(name -> {
            if (components.put(name, component) != null) {
                throw new UnusableSetting("packages", packages, "another package name for each component");
            }
        }));
        return Map.copyOf(components);
    }

    /** Dropwizard's own key would open ports that {@code listen} does not know. */
    @Override
    public void setServerFactory(ServerFactory factory) {
        throw new UnusableSetting("server", factory, "nothing: use listen");
    }

    @Override
    public ServerFactory getServerFactory() {
        return new LoopbackServer(listen);
    }
}
