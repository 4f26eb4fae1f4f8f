package io.mddc.upgrade.controlcenter.console;

import static io.dropwizard.testing.ConfigOverride.config;
import static io.mddc.upgrade.controlcenter.console.Browser.hidden;
import static io.mddc.upgrade.controlcenter.console.Browser.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.dropwizard.core.Configuration;
import io.dropwizard.testing.junit5.DropwizardAppExtension;
import io.dropwizard.testing.junit5.DropwizardExtensionsSupport;
import io.mddc.upgrade.controlcenter.access.CredentialDao;
import io.mddc.upgrade.controlcenter.audit.AuditDao;
import io.mddc.upgrade.controlcenter.upgrades.Examples;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The page of settings over HTTP, on the real settings in a database of each test's own. */
@ExtendWith(DropwizardExtensionsSupport.class)
class SettingPagesTest {
    private static final String HOST = "127.0.23.4";
    /** Apart from the settings of other applications that tests leave running. */
    private static final String SETTINGS = "setting-pages";

    private static final String DEEPER = "{\"archiveDepth\": 7}";
    private static final Moments MOMENTS = new Moments(ZoneId.systemDefault(), SampleUpgrades.NOW);

    private final DropwizardAppExtension<Configuration> app = new DropwizardAppExtension<>(
            SampleConsole.class,
            (String) null,
            SETTINGS,
            config(SETTINGS, "server.applicationConnectors[0].port", "0"),
            config(SETTINGS, "server.applicationConnectors[0].bindHost", HOST),
            config(SETTINGS, "server.adminConnectors[0].port", "0"),
            config(SETTINGS, "server.adminConnectors[0].bindHost", HOST),
            config(SETTINGS, "logging.level", "WARN"));

    private Browser nobody = Browser.at("http://" + HOST);

    @BeforeEach
    void find() {
        nobody = Browser.at("http://" + HOST + ":" + app.getLocalPort());
    }

    private SampleCluster cluster() {
        return app.<SampleConsole>getApplication().cluster();
    }

    private Browser admin() throws IOException, InterruptedException {
        return nobody.signedIn(SampleConsole.TOKEN);
    }

    private static HttpResponse<String> show(Browser browser) throws IOException, InterruptedException {
        return browser.get("/settings");
    }

    /** The form of the page with another document. */
    private static HttpResponse<String> send(Browser browser, String name, String page, String typed)
            throws IOException, InterruptedException {
        var card = page.substring(page.indexOf("id=\"" + name + "\""));
        var form = Map.of("csrf", hidden("csrf", card), "etag", hidden("etag", card), "document", typed);
        return browser.post("/settings/" + name, form);
    }

    @Test
    void leadsWhoIsNotSignedInToTheSignIn() throws Exception {
        assertThat(show(nobody).statusCode()).isEqualTo(303);
        assertThat(nobody.post("/settings/workflow", Map.of("document", DEEPER)).statusCode())
                .isEqualTo(303);
        assertThat(text(show(admin()).body())).contains("\"archiveDepth\" : 5");
    }

    @Test
    void showsEachSettingWithWhatItIsForAndThatItWasNeverChanged() throws Exception {
        assertThat(text(show(admin()).body()))
                .containsSubsequence(
                        "They can be changed.",
                        "Workflow How files are processed",
                        "\"archiveDepth\" : 5",
                        "Never changed: it is as it was delivered.",
                        "Module Update What the engines know",
                        "\"definitions\" : \"20261101\"",
                        "Health check When the system counts as healthy",
                        "\"minimumActiveCores\" : 1")
                .doesNotContain("Control centers of the vendor's");
    }

    @Test
    void marksWhereOneIsInTheNavigation() throws Exception {
        assertThat(show(admin()).body())
                .contains("<a href=\"/settings\" aria-current=\"page\">Settings</a>")
                .contains("<a href=\"/upgrades\" aria-current=\"false\">Upgrades</a>");
        assertThat(admin().get("/upgrades").body())
                .contains("<a href=\"/upgrades\" aria-current=\"page\">Upgrades</a>")
                .contains("<a href=\"/settings\" aria-current=\"false\">Settings</a>");
        assertThat(admin().get("/upgrades/" + SampleUpgrades.ENDED).body())
                .contains("<a href=\"/upgrades\" aria-current=\"true\">Upgrades</a>");
        assertThat(nobody.get("/sign-in").body()).doesNotContain("aria-current");
    }

    @Test
    void anAdministratorChangesASettingByItsForm() throws Exception {
        var admin = admin();

        var changed = send(admin, "workflow", show(admin).body(), DEEPER);

        assertThat(changed.statusCode()).isEqualTo(303);
        assertThat(changed.headers().firstValue("Location").orElseThrow()).endsWith("/settings#workflow");
        assertThat(text(show(admin).body()))
                .contains("\"archiveDepth\" : 7")
                .contains("Changed " + MOMENTS.day(SampleUpgrades.NOW) + " by administrator.");
        assertThat(admin.get("/settings/workflow").headers().firstValue("Location"))
                .hasValueSatisfying(page -> assertThat(page).endsWith("/settings#workflow"));
    }

    @Test
    void aViewerSeesNoFormAndCannotSendOne() throws Exception {
        var viewer = nobody.signedIn(SampleConsole.VIEWER);
        var page = show(viewer).body();
        var admins = show(admin()).body();

        var refused = viewer.post(
                "/settings/workflow",
                Map.of("csrf", hidden("csrf", page), "etag", hidden("etag", admins), "document", DEEPER));

        assertThat(page).doesNotContain("<textarea", "action=\"/settings");
        assertThat(text(page)).contains("Only an ADMIN may change them; you are VIEWER.", "\"archiveDepth\" : 5");
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.body()).contains("token/looking is VIEWER; this needs [ADMIN].");
        assertThat(show(viewer).body()).isEqualTo(page);
    }

    @Test
    void aFormOfAnotherSiteChangesNothing() throws Exception {
        var admin = admin();
        var page = show(admin).body();
        var etag = hidden("etag", page);

        assertThat(admin.post("/settings/workflow", Map.of("etag", etag, "document", DEEPER))
                        .statusCode())
                .isEqualTo(403);
        assertThat(admin.post("/settings/workflow", Map.of("csrf", "guess", "etag", etag, "document", DEEPER))
                        .body())
                .contains("The form was too old.")
                .doesNotContain("archiveDepth");
        assertThat(show(admin).body()).isEqualTo(page);
    }

    @Test
    void aFrozenSettingIsNotChangedAndTheFormIsGone() throws Exception {
        var admin = admin();
        var free = show(admin).body();
        var id = cluster().isHeld();

        var frozen = show(admin).body();
        var refused = send(admin, "workflow", free, DEEPER);

        assertThat(text(frozen))
                .contains("Frozen since " + MOMENTS.day(Examples.NOON) + " by upgrade " + id)
                .contains("is answered with 423")
                .doesNotContain("They can be changed.");
        assertThat(frozen)
                .contains("<a href=\"/upgrades/" + id + "\">")
                .doesNotContain("<textarea", "action=\"/settings");
        assertThat(refused.statusCode()).isEqualTo(423);
        assertThat(text(refused.body()))
                .contains("Nothing was changed. The setting workflow is frozen: upgrade " + id)
                .contains("What you typed " + DEEPER);
        assertThat(refused.body()).doesNotContain("<button type=\"submit\">Change");
        assertThat(show(admin).body()).isEqualTo(frozen);

        cluster().isGivenBack();
        assertThat(show(admin).body()).isEqualTo(free);
    }

    @Test
    void whoReadAnotherDocumentIsToldAndKeepsWhatWasTyped() throws Exception {
        var first = admin();
        var second = admin();
        var read = show(second).body();
        send(first, "workflow", show(first).body(), DEEPER);

        var lost = send(second, "workflow", read, "{\"archiveDepth\": 9}");
        var stays = text(show(first).body());
        var again = send(second, "workflow", lost.body(), "{\"archiveDepth\": 9}");

        assertThat(lost.statusCode()).isEqualTo(412);
        assertThat(text(lost.body()))
                .contains("administrator changed it. Read it again, then decide.")
                .containsSubsequence("\"archiveDepth\" : 7", "{\"archiveDepth\": 9}");
        assertThat(stays).contains("\"archiveDepth\" : 7");
        assertThat(again.statusCode()).isEqualTo(303);
    }

    @Test
    void aFormThatDoesNotSayWhatWasReadReplacesNothing() throws Exception {
        var admin = admin();
        var page = show(admin).body();

        var refused = admin.post("/settings/workflow", Map.of("csrf", hidden("csrf", page), "document", DEEPER));

        assertThat(refused.statusCode()).isEqualTo(412);
        assertThat(show(admin).body()).isEqualTo(page);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"archiveDepth\": 7    | 400 | The body is not JSON",
                "{\"archiveDepth\": 7} 8 | 422 | The body has the wrong form",
                "{\"archiveDepth\": 0}   | 422 | archiveDepth is 0: allowed is 1 to 100",
                "{\"archiveDepth\": 7, \"colour\": 1} | 422 | colour is unknown: allowed is archiveDepth",
                "null                    | 422 | The body has the wrong form: expected is an object",
                "``                      | 422 | The body has the wrong form: expected is an object"
            })
    void whatIsWrongIsSaidInWordsAndWhatWasTypedIsKept(String typed, int status, String words) throws Exception {
        var admin = admin();
        var page = show(admin).body();

        var refused = send(admin, "workflow", page, typed);

        assertThat(refused.statusCode()).isEqualTo(status);
        assertThat(text(refused.body())).contains("Nothing was changed. ", words, "as JSON " + typed);
        assertThat(refused.body()).containsOnlyOnce("<details open>").contains("role=\"alert\"");
        assertThat(show(admin).body()).isEqualTo(page);
    }

    @Test
    void settingsOfAControlCenterOfTheVendorsAreWatchedNotLocked() throws Exception {
        cluster().watches();

        var page = show(nobody.signedIn(SampleConsole.VIEWER)).body();

        var since = "So since " + MOMENTS.day(Examples.NOON);
        assertThat(text(page))
                .containsSubsequence(
                        "control-center-9 on host-v: watched, not locked",
                        "Workflow { \"archiveDepth\" : 5,",
                        since,
                        "Module Update not read A change would not be noticed.",
                        "Health check longer than 16384 characters " + since,
                        "That it changes is seen, but not what.",
                        "control-center-9 on host-v is not a part of this product, and its settings");
        assertThat(page).doesNotContain("<script");
    }

    @Test
    void theAuditNamesWhoChangedOrTriedTo() throws Exception {
        var admin = admin();
        var page = show(admin).body();
        send(admin, "workflow", page, "{\"archiveDepth\": 0}");
        send(admin, "workflow", page, DEEPER);

        var newest = cluster().jdbi().withExtension(AuditDao.class, audit -> audit.list(Long.MAX_VALUE, 2));

        assertThat(newest)
                .extracting(entry -> entry.actor() + " " + entry.action() + " " + entry.status() + " " + entry.detail())
                .containsExactly(
                        "administrator POST /settings/workflow 303 ",
                        "administrator POST /settings/workflow 422 The body: archiveDepth is 0: allowed is 1 to 100");
    }

    @Test
    void aTokenThatBecameVoidEndsItsSession() throws Exception {
        var admin = admin();
        var page = show(admin).body();
        cluster().jdbi().useExtension(CredentialDao.class, credentials -> credentials.delete("administrator"));

        assertThat(send(admin, "workflow", page, DEEPER).headers().firstValue("Location"))
                .hasValueSatisfying(place -> assertThat(place).endsWith("/sign-in"));
        assertThat(text(show(nobody.signedIn(SampleConsole.VIEWER)).body())).contains("\"archiveDepth\" : 5");
    }

    @Test
    void needsNoInlineScriptOrStyle() throws Exception {
        cluster().watches();
        var answer = show(admin());

        assertThat(answer.body()).doesNotContain("<script", "<style").doesNotContainPattern("\\s(style|on[a-z]+)=");
        assertThat(answer.headers().firstValue("Content-Security-Policy").orElseThrow())
                .startsWith("default-src 'none'; script-src 'self'; style-src 'self';");
    }
}
