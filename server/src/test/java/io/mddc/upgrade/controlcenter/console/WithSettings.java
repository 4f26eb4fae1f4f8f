package io.mddc.upgrade.controlcenter.console;

import static io.dropwizard.testing.ConfigOverride.config;
import static io.mddc.upgrade.controlcenter.console.Browser.hidden;

import io.dropwizard.core.Configuration;
import io.dropwizard.testing.junit5.DropwizardAppExtension;
import io.dropwizard.testing.junit5.DropwizardExtensionsSupport;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;

/** An application with the page of settings, on the real settings in a database of each test's own. */
@ExtendWith(DropwizardExtensionsSupport.class)
abstract class WithSettings {
    private static final String HOST = "127.0.23.4";
    /** Apart from the settings of other applications that tests leave running. */
    private static final String SETTINGS = "setting-pages";

    static final String DEEPER = "{\"archiveDepth\": 7}";
    static final Moments MOMENTS = new Moments(ZoneId.systemDefault(), SampleUpgrades.NOW);

    private final DropwizardAppExtension<Configuration> app = new DropwizardAppExtension<>(
            SampleConsole.class,
            (String) null,
            SETTINGS,
            config(SETTINGS, "server.applicationConnectors[0].port", "0"),
            config(SETTINGS, "server.applicationConnectors[0].bindHost", HOST),
            config(SETTINGS, "server.adminConnectors[0].port", "0"),
            config(SETTINGS, "server.adminConnectors[0].bindHost", HOST),
            config(SETTINGS, "logging.level", "WARN"));

    Browser nobody = Browser.at("http://" + HOST);

    @BeforeEach
    void find() {
        nobody = Browser.at("http://" + HOST + ":" + app.getLocalPort());
    }

    SampleCluster cluster() {
        return app.<SampleConsole>getApplication().cluster();
    }

    Browser admin() throws IOException, InterruptedException {
        return nobody.signedIn(SampleConsole.TOKEN);
    }

    static HttpResponse<String> show(Browser browser) throws IOException, InterruptedException {
        return browser.get("/settings");
    }

    /** The form of the page with another document. */
    static HttpResponse<String> send(Browser browser, String name, String page, String typed)
            throws IOException, InterruptedException {
        var card = page.substring(page.indexOf("id=\"" + name + "\""));
        var form = Map.of("csrf", hidden("csrf", card), "etag", hidden("etag", card), "document", typed);
        return browser.post("/settings/" + name, form);
    }
}
