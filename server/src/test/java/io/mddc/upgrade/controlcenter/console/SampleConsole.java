package io.mddc.upgrade.controlcenter.console;

import io.dropwizard.core.Application;
import io.dropwizard.core.Configuration;
import io.dropwizard.core.setup.Environment;
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
        Console.register(environment, new SampleUpgrades(), tokens, InstantSource.fixed(SampleUpgrades.NOW));
    }
}
