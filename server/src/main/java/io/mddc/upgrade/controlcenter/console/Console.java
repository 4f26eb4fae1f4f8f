package io.mddc.upgrade.controlcenter.console;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.dropwizard.core.setup.Environment;
import io.dropwizard.servlets.assets.AssetServlet;
import io.mddc.upgrade.controlcenter.settings.SettingDocuments;
import io.mddc.upgrade.controlcenter.upgrades.UpgradeQueries;
import io.mddc.upgrade.controlcenter.upgrades.live.WatchedExchange;
import io.mddc.upgrade.plan.Finding;
import jakarta.servlet.DispatcherType;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;
import java.util.function.Supplier;

/**
 * Adds the pages to the control center: {@code /}, {@code /sign-in}, {@code /sign-out}, {@code /upgrades…}, {@code /settings…} and their style
 * sheets and script below {@code /assets} and {@code /webjars}. Everything else on the same port is left to others.
 */
public final class Console {
    private static final String PICO = "/META-INF/resources/webjars/picocss__pico/2.1.1/css";

    private Console() {}

    /**
     * What the pages show.
     *
     * @param upgrades where upgrades are read
     * @param watched where they are followed
     * @param settings where settings are read and written
     * @param unread what a plan would say of settings that are not watched
     */
    public record Sources(
            UpgradeQueries upgrades,
            WatchedExchange watched,
            SettingDocuments settings,
            Supplier<List<Finding>> unread) {}

    /**
     * @param tokens who may sign in
     */
    public static void register(Environment environment, Sources sources, Tokens tokens, InstantSource clock) {
        var sessions = new Sessions(clock);
        var jersey = environment.jersey();
        jersey.register(new ScreenWriter());
        jersey.register(new SessionFilter(sessions, tokens));
        jersey.register(new SignInResource(tokens, sessions));
        jersey.register(new UpgradePagesResource(sources.upgrades(), clock));
        jersey.register(new UpgradeEventsResource(sources.watched()));
        jersey.register(new SettingPagesResource(sources.settings(), sources.unread(), clock));
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
