package io.mddc.upgrade.controlcenter;

import static java.util.stream.Collectors.toUnmodifiableMap;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.dropwizard.core.Configuration;
import io.dropwizard.core.server.ServerFactory;
import io.mddc.upgrade.cluster.Component;
import java.nio.file.Path;
import java.util.Map;

/** {@code config/control-center.yml}. A key that is left out has its default; each value checks itself. */
public final class ControlCenterConfig extends Configuration {
    @JsonProperty
    private ListenSettings listen = ListenSettings.DEFAULT;

    @JsonProperty
    private Path dataFolder = Path.of("data");

    @JsonProperty
    private Path policyFile = Path.of("config", "policy.yml");

    @JsonProperty
    private DatabaseSettings database = DatabaseSettings.DEFAULT;

    @JsonProperty
    private EngineAddress engine = EngineAddress.DEFAULT;

    @JsonProperty
    private Map<Component, String> packages = Map.of(Component.CORE, "md-core");

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

    public DatabaseSettings database() {
        return database;
    }

    public EngineAddress engine() {
        return engine;
    }

    public LimitSettings limits() {
        return limits;
    }

    public TimeSettings times() {
        return times;
    }

    /** Which component a package of this name is. */
    public Map<String, Component> componentByPackage() {
        return packages.entrySet().stream()
                .collect(toUnmodifiableMap(Map.Entry::getValue, Map.Entry::getKey, (one, other) -> {
                    throw new UnusableSetting("packages", packages, "another package name for each component");
                }));
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
