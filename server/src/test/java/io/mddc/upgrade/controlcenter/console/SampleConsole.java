package io.mddc.upgrade.controlcenter.console;

import io.dropwizard.core.Application;
import io.dropwizard.core.Configuration;
import io.dropwizard.core.setup.Environment;
import io.mddc.upgrade.controlcenter.upgrades.live.EventStreams;
import io.mddc.upgrade.controlcenter.upgrades.live.WatchedExchange;
import io.mddc.upgrade.json.UpgradeJson;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/** A real application that has nothing but the console; token {@code secret}. Also to be looked at by hand. */
public final class SampleConsole extends Application<Configuration> {
    static final String TOKEN = "secret";

    public static void main(String[] args) throws Exception {
        new SampleConsole().run("server", args[0]);
    }

    @Override
    public void run(Configuration configuration, Environment environment) {
        Tokens tokens = token -> token.equals(TOKEN) ? Optional.of("administrator") : Optional.empty();
        var upgrades = new SampleUpgrades();
        var clock = InstantSource.fixed(SampleUpgrades.NOW);
        var passes =
                environment.lifecycle().executorService("lines").maxThreads(1).build();
        var streams = new EventStreams(
                upgrades,
                UpgradeJson.mapper(),
                new EventStreams.Limits(2, Duration.ofSeconds(5)),
                new EventStreams.Means(passes, clock, new SimpleMeterRegistry()));
        Console.register(environment, upgrades, new WatchedExchange(upgrades, streams), tokens, clock);
    }
}
