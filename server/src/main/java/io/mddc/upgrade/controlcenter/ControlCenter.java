package io.mddc.upgrade.controlcenter;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.dropwizard.auth.AuthValueFactoryProvider;
import io.dropwizard.core.Application;
import io.dropwizard.core.setup.Bootstrap;
import io.dropwizard.core.setup.Environment;
import io.dropwizard.jackson.DiscoverableSubtypeResolver;
import io.mddc.upgrade.controlcenter.access.Caller;
import io.mddc.upgrade.controlcenter.engine.Engine;
import io.mddc.upgrade.controlcenter.metrics.Metrics;
import io.mddc.upgrade.controlcenter.rest.ApiJson;
import io.mddc.upgrade.controlcenter.rest.BodyLimit;
import io.mddc.upgrade.controlcenter.rest.ProblemMapper;
import io.mddc.upgrade.controlcenter.rest.RequiredBody;
import io.mddc.upgrade.controlcenter.store.Store;
import io.mddc.upgrade.controlcenter.upgrades.PolicyFile;
import io.mddc.upgrade.plan.VersionRules;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The control center: {@code server <configuration file>}. */
public final class ControlCenter extends Application<ControlCenterConfig> {
    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();
    private static final int FAILED = 1;
    private static final int UNUSABLE_CONFIGURATION = 2;

    public static void main(String... arguments) throws Exception {
        new ControlCenter().run(arguments);
    }

    @Override
    public String getName() {
        return "control-center";
    }

    @Override
    public void initialize(Bootstrap<ControlCenterConfig> bootstrap) {
        bootstrap.setObjectMapper(json());
    }

    /** The resolver finds Dropwizard's kinds of log appenders for the configuration. */
    static ObjectMapper json() {
        return ApiJson.mapper().setSubtypeResolver(new DiscoverableSubtypeResolver());
    }

    @Override
    protected void addDefaultCommands(Bootstrap<ControlCenterConfig> bootstrap) {
        bootstrap.addCommand(new StartCommand(this));
    }

    @Override
    public void run(ControlCenterConfig config, Environment environment) throws IOException {
        Files.createDirectories(config.dataFolder());
        var jersey = environment.jersey();
        jersey.register(new ProblemMapper());
        jersey.register(new BodyLimit((int) config.limits().json().toBytes()));
        jersey.register(new RequiredBody());
        jersey.register(new AuthValueFactoryProvider.Binder<>(Caller.class));
        var source = config.database().open(config.dataFolder(), environment.metrics());
        environment.lifecycle().manage(source);
        var metrics = Metrics.of(environment.metrics());
        environment.lifecycle().manage(metrics);
        new Rooms(config, environment, Store.migrated(source), metrics)
                .open(
                        policy(config),
                        versions(config),
                        Engine.create(config.engine(), config.dataFolder(), metrics.engineScope()));
    }

    @Override
    protected void onFatalError(Throwable failure) {
        System.exit(StartCommand.isConfiguration(failure) ? UNUSABLE_CONFIGURATION : FAILED);
    }

    private static PolicyFile policy(ControlCenterConfig config) {
        var policy = new PolicyFile(read("policyFile", config.policyFile()), ApiJson.mapper());
        policy.policy();
        return policy;
    }

    private static VersionRules versions(ControlCenterConfig config) {
        var file = config.versionsFile();
        if (file.isEmpty()) {
            return VersionRules.NONE;
        }
        try {
            return ApiJson.mapper().treeToValue(read("versionsFile", file.get()), VersionRules.class);
        } catch (JsonProcessingException unusable) {
            throw new UnusableSetting(
                    "versionsFile",
                    file.get(),
                    "sources and pairs as in config/versions.yml; " + unusable.getOriginalMessage());
        }
    }

    private static ObjectNode read(String key, Path file) {
        if (!Files.isReadable(file)) {
            throw new UnusableSetting(key, file, "a readable file, as there is one in the folder config");
        }
        try {
            if (YAML.readTree(file.toFile()) instanceof ObjectNode keys) {
                return keys;
            }
            throw new UnusableSetting(key, file, "a YAML file with keys, as there is one in the folder config");
        } catch (JsonProcessingException broken) {
            throw new UnusableSetting(
                    key, file, "a YAML file with each key once; this one has: " + broken.getOriginalMessage());
        } catch (IOException unreadable) {
            throw new UncheckedIOException("cannot read " + file, unreadable);
        }
    }
}
