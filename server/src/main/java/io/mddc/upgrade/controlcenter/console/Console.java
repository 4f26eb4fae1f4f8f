package io.mddc.upgrade.controlcenter.console;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.dropwizard.core.setup.Environment;
import io.dropwizard.servlets.assets.AssetServlet;
import io.mddc.upgrade.controlcenter.upgrades.UpgradeQueries;
import io.mddc.upgrade.controlcenter.upgrades.live.WatchedExchange;
import jakarta.servlet.DispatcherType;
import java.time.InstantSource;
import java.util.EnumSet;

/**
 * Adds the pages to the control center: {@code /}, {@code /sign-in}, {@code /sign-out}, {@code /upgrades…} and their style
 * sheets and script below {@code /assets} and {@code /webjars}. Everything else on the same port is left to others.
 */
public final class Console {
    private static final String PICO = "/META-INF/resources/webjars/picocss__pico/2.1.1/css";

    private Console() {}

    /**
     * @param upgrades where upgrades are read
     * @param watched where they are followed
     * @param tokens who may sign in
     */
    public static void register(
            Environment environment,
            UpgradeQueries upgrades,
            WatchedExchange watched,
            Tokens tokens,
            InstantSource clock) {
        var sessions = new Sessions(clock);
        var jersey = environment.jersey();
        jersey.register(new ScreenWriter());
        jersey.register(new SessionFilter(sessions));
        jersey.register(new SignInResource(tokens, sessions));
        jersey.register(new UpgradePagesResource(upgrades, clock));
        jersey.register(new UpgradeEventsResource(watched));
        addAssets(environment);
    }

    private static void addAssets(Environment environment) {
        var servlets = environment.servlets();
        servlets.addServlet("assets", new AssetServlet("/console", "/assets", null, UTF_8))
                .addMapping("/assets/*");
        servlets.addServlet("webjars", new AssetServlet(PICO, "/webjars/pico", null, UTF_8))
                .addMapping("/webjars/pico/*");
        servlets.addFilter("browser-rules", new BrowserRules())
                .addMappingForUrlPatterns(EnumSet.of(DispatcherType.REQUEST), true, "/*");
    }
}
