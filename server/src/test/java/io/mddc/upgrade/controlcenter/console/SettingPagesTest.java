package io.mddc.upgrade.controlcenter.console;

import static io.mddc.upgrade.controlcenter.console.Browser.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.mddc.upgrade.controlcenter.access.CredentialDao;
import io.mddc.upgrade.controlcenter.audit.AuditDao;
import io.mddc.upgrade.controlcenter.upgrades.Examples;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the page of settings shows over HTTP. */
class SettingPagesTest extends WithSettings {
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
