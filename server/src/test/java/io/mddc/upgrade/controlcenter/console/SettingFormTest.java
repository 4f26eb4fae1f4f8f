package io.mddc.upgrade.controlcenter.console;

import static io.mddc.upgrade.controlcenter.console.Browser.hidden;
import static io.mddc.upgrade.controlcenter.console.Browser.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.mddc.upgrade.controlcenter.upgrades.Examples;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the forms of the page of settings change, and what they are refused for. */
class SettingFormTest extends WithSettings {
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
}
