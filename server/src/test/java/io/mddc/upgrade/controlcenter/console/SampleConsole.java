package io.mddc.upgrade.controlcenter.console;

import io.dropwizard.core.Application;
import io.dropwizard.core.Configuration;
import io.dropwizard.core.setup.Environment;
import io.mddc.upgrade.controlcenter.access.AccessFilter;
import io.mddc.upgrade.controlcenter.access.CredentialDao;
import io.mddc.upgrade.controlcenter.access.CredentialDao.Credential;
import io.mddc.upgrade.controlcenter.access.Credentials;
import io.mddc.upgrade.controlcenter.access.Role;
import io.mddc.upgrade.controlcenter.access.Token;
import io.mddc.upgrade.controlcenter.audit.AuditDao;
import io.mddc.upgrade.controlcenter.audit.AuditFilter;
import io.mddc.upgrade.controlcenter.rest.ApiJson;
import io.mddc.upgrade.controlcenter.rest.ProblemMapper;
import io.mddc.upgrade.controlcenter.rest.RequiredBody;
import io.mddc.upgrade.controlcenter.settings.SettingDocuments;
import io.mddc.upgrade.controlcenter.settings.Settings;
import io.mddc.upgrade.controlcenter.upgrades.live.EventStreams;
import io.mddc.upgrade.controlcenter.upgrades.live.WatchedExchange;
import io.mddc.upgrade.json.UpgradeJson;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * A real application that has nothing but the console and what it shows; tokens {@code secret} of an administrator and
 * {@code looking} of a viewer. Also to be looked at by hand: {@code SampleConsole <configuration file> [frozen]}.
 */
public final class SampleConsole extends Application<Configuration> {
    static final String TOKEN = "secret";
    static final String VIEWER = "looking";

    private final SampleCluster cluster = new SampleCluster();

    public static void main(String[] args) throws Exception {
        var sample = new SampleConsole();
        if (args.length > 1) {
            sample.cluster().isHeld();
            sample.cluster().watches();
        }
        sample.run("server", args[0]);
    }

    /** Whose settings are shown. */
    SampleCluster cluster() {
        return cluster;
    }

    @Override
    public void run(Configuration configuration, Environment environment) {
        var clock = Clock.fixed(SampleUpgrades.NOW, ZoneOffset.UTC);
        var jersey = environment.jersey();
        var credentials = cluster.jdbi().onDemand(CredentialDao.class);
        credentials.insert(credential("administrator", TOKEN, Role.ADMIN));
        credentials.insert(credential("token/looking", VIEWER, Role.VIEWER));
        jersey.register(new AccessFilter(new Credentials(credentials)));
        jersey.register(new AuditFilter(cluster.jdbi().onDemand(AuditDao.class), clock));
        jersey.register(new ProblemMapper());
        jersey.register(new RequiredBody());
        var settings = new SettingDocuments(new Settings(cluster.jdbi(), clock), ApiJson.mapper());
        var upgrades = new SampleUpgrades();
        Console.register(
                environment,
                new Console.Sources(upgrades, watched(environment, upgrades, clock), settings, cluster::unread),
                new Credentials(credentials)::callerOf,
                clock);
    }

    private static Credential credential(String name, String token, Role role) {
        return new Credential(new Token(token).hash(), name, role, Optional.empty(), SampleUpgrades.NOW);
    }

    private static WatchedExchange watched(Environment environment, SampleUpgrades upgrades, Clock clock) {
        var passes =
                environment.lifecycle().executorService("lines").maxThreads(1).build();
        var streams = new EventStreams(
                upgrades,
                UpgradeJson.mapper(),
                new EventStreams.Limits(2, Duration.ofSeconds(5)),
                new EventStreams.Means(passes, clock, new SimpleMeterRegistry()));
        return new WatchedExchange(upgrades, streams);
    }
}
