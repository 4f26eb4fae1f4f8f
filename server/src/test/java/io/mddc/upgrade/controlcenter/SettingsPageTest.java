package io.mddc.upgrade.controlcenter;

import static io.mddc.upgrade.controlcenter.console.Browser.hidden;
import static io.mddc.upgrade.controlcenter.console.Browser.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.mddc.upgrade.controlcenter.access.Role;
import io.mddc.upgrade.controlcenter.console.Browser;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The page of settings in the whole control center, beside REST. */
class SettingsPageTest extends WithTwoCores {
    private static final String DEPTH = "/api/v1/settings/workflow";

    private static Browser signedIn(Api api) throws Exception {
        return Browser.at("http://127.0.0.1:" + api.port()).signedIn(api.token().orElseThrow());
    }

    private static Map<String, String> form(String page, int depth) {
        return Map.of(
                "csrf", hidden("csrf", page),
                "etag", hidden("etag", page),
                "document", "{\"archiveDepth\":" + depth + "}");
    }

    private static int depth() {
        return center.api().get(DEPTH).json().path("value").path("archiveDepth").asInt();
    }

    @Test
    void saysOfARunningUpgradeWhatRestSays() throws Exception {
        var admin = signedIn(center.api());
        var free = admin.get("/settings").body();
        var id = start(key(), TO_17).text("id");

        var frozen = admin.get("/settings").body();
        var refused = admin.post("/settings/workflow", form(free, 6));
        var frozenBy = center.api().get(DEPTH).text("frozenBy");
        abort(id, key());
        awaitEnd(id);

        assertThat(text(free)).contains("They can be changed.");
        assertThat(frozenBy).isEqualTo(id);
        assertThat(frozen).contains("<a href=\"/upgrades/" + id + "\">");
        assertThat(refused.statusCode()).isEqualTo(423);
        assertThat(depth()).isEqualTo(5);
        assertThat(text(admin.get("/settings").body())).contains("They can be changed.");
    }

    @Test
    void isWrittenForTheApiAndByRolesOfTheApi() throws Exception {
        var admin = signedIn(center.api());
        var page = admin.get("/settings").body();
        var operator = signedIn(center.as(Role.OPERATOR));
        var own = operator.get("/settings").body();

        var byOperator = operator.post(
                "/settings/workflow",
                Map.of("csrf", hidden("csrf", own), "etag", hidden("etag", page), "document", "{\"archiveDepth\":6}"));
        var unchanged = depth();
        var byAdmin = admin.post("/settings/workflow", form(page, 6));
        var changed = depth();
        admin.post("/settings/workflow", form(admin.get("/settings").body(), 5));

        assertThat(byOperator.statusCode()).isEqualTo(403);
        assertThat(unchanged).isEqualTo(5);
        assertThat(byAdmin.statusCode()).isEqualTo(303);
        assertThat(changed).isEqualTo(6);
        assertThat(depth()).isEqualTo(5);
        assertThat(center.api().get("/api/v1/audit?limit=2").json().path("items"))
                .extracting(entry -> entry.path("actor").asText() + " "
                        + entry.path("action").asText())
                .containsOnly("administrator POST /settings/workflow");
    }

    @Test
    void aSessionOpensNothingOfTheApi() throws Exception {
        assertThat(signedIn(center.api()).get(DEPTH).statusCode()).isEqualTo(401);
    }

    @Test
    void namesAControlCenterOfTheVendorsWhoseSettingsNobodyReads() throws Exception {
        center.asWorker("host-u").post("/api/v1/workers/host-u/status", """
                        {"host":"host-u","version":"0.1.0","load":0.5,"memoryFree":1,"diskFree":1,"openInstalls":[],
                         "instances":[{"id":"control-center-7","component":"CONTROL_CENTER","host":"host-u",
                           "address":"http://127.0.0.1:9000","installed":"2.5.0-1","running":"2.5.0",
                           "health":"READY","isolatedBy":""}]}""");

        assertThat(text(signedIn(center.as(Role.VIEWER)).get("/settings").body()))
                .contains("Not read control-center-7 on host-u is not a part of this product");
    }
}
