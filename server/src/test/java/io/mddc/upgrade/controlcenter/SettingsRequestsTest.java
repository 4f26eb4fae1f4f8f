package io.mddc.upgrade.controlcenter;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.mddc.upgrade.controlcenter.Api.Answer;
import io.mddc.upgrade.controlcenter.access.Role;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import org.junit.jupiter.api.Test;

class SettingsRequestsTest extends WithTwoCores {
    private static final String DEPTH = "/api/v1/settings/workflow";
    private static final String STOP = "/api/v1/emergency-stop";

    private static Answer put(Api api, String path, String body, String... headers) {
        var all = new java.util.ArrayList<>(List.of(headers));
        all.addAll(List.of("Content-Type", "application/json"));
        return api.send("PUT", path, BodyPublishers.ofString(body, UTF_8), all.toArray(String[]::new));
    }

    private static Answer depth(int depth, String... headers) {
        return put(center.api(), DEPTH, "{\"archiveDepth\":" + depth + "}", headers);
    }

    @Test
    void aSettingIsReadAndWrittenWhole() {
        var read = center.as(Role.VIEWER).get(DEPTH);

        var written = depth(6, "If-Match", read.header("ETag"));
        var lost = depth(7, "If-Match", read.header("ETag"));

        assertThat(written.status()).isEqualTo(200);
        assertThat(written.json().path("value").path("archiveDepth").asInt()).isEqualTo(6);
        assertThat(written.json().path("frozenBy").isNull()).isTrue();
        assertThat(lost.problem()).isEqualTo("412 /problems/setting-changed");
        assertThat(center.api().get("/api/v1/settings").json().path("items"))
                .extracting(setting -> setting.path("name").asText())
                .containsExactlyInAnyOrder("workflow", "module-update", "health-check");
        depth(5);
    }

    @Test
    void aBadValueIsRefusedByName() {
        assertThat(depth(0).text("detail")).contains("archiveDepth is 0: allowed is 1 to 100");
        assertThat(put(center.api(), DEPTH, "{\"archiveDepth\":3,\"colour\":1}").text("detail"))
                .contains("colour is unknown: allowed is archiveDepth");
        assertThat(put(center.api(), "/api/v1/settings/module-update", "{}").problem())
                .isEqualTo("422 /problems/invalid-request");
        assertThat(put(center.api(), "/api/v1/settings/colour", "{}").status()).isEqualTo(400);
        assertThat(put(center.api(), DEPTH, "null").status()).isIn(400, 422);
        assertThat(center.api()
                        .get(DEPTH)
                        .json()
                        .path("value")
                        .path("archiveDepth")
                        .asInt())
                .isEqualTo(5);
    }

    @Test
    void nobodyChangesASettingWhileAnUpgradeHoldsTheCluster() {
        var id = start(key(), TO_17).text("id");

        var refused = depth(6);
        abort(id, key());
        awaitEnd(id);

        assertThat(refused.problem()).isEqualTo("423 /problems/settings-frozen");
        assertThat(refused.text("upgradeId")).isEqualTo(id);
        assertThat(refused.text("since")).startsWith("20");
        assertThat(depth(6).status()).isEqualTo(200);
        depth(5);
    }

    @Test
    void theSettingsThawAfterTheWorkflowWasTerminated() {
        var id = start(key(), TO_17).text("id");
        await().atMost(SOON)
                .until(() -> center.api().get(UPGRADES + "/" + id).text("state").equals("RUNNING"));
        assertThat(depth(6).status()).isEqualTo(423);

        center.started().terminate("upgrade/" + id);

        await().atMost(SOON.multipliedBy(2)).until(() -> depth(5).status() == 200);
        assertThat(outcome(id)).isEqualTo("ABORTED");
    }

    @Test
    void anEmergencyStopKeepsPermitsBackAndPausesTheUpgradeUntilAnAdministratorReleasesIt() {
        var operator = center.as(Role.OPERATOR);
        assertThat(put(operator, STOP, "{}").text("detail")).contains("reason is missing");
        var set = put(operator, STOP, "{\"reason\":\"smoke\"}");
        var again = put(operator, STOP, "{\"reason\":\"fire\"}");
        var id = start(key(), TO_17).text("id");

        var permit = center.asWorker("host-a")
                .post(
                        "/api/v1/workers/host-a/permits",
                        "{\"operation\":\"%s/core-1/1\",\"step\":\"DRAIN\",\"digest\":null}".formatted(id));
        await().atMost(SOON).until(() -> sentence(id).contains(set.text("sentence")));
        var byOperator = delete(operator);
        var released = delete(center.api());
        await().atMost(SOON).until(() -> sentence(id).equals("The emergency stop is released."));

        assertThat(set.status()).isEqualTo(200);
        assertThat(again.text("since")).isEqualTo(set.text("since"));
        assertThat(permit.problem()).isEqualTo("409 /problems/emergency-stop");
        assertThat(permit.text("detail")).contains("smoke");
        assertThat(byOperator.status()).isEqualTo(403);
        assertThat(released.json().path("stopped").asBoolean()).isFalse();
        assertThat(center.as(Role.VIEWER).get(STOP).text("sentence"))
                .isEqualTo("Emergency stop released by administrator: all is well.");
        assertThat(center.api().get("/api/v1/audit").json().path("items"))
                .extracting(entry -> entry.path("action").asText())
                .contains("PUT " + STOP, "DELETE " + STOP);
    }

    private static String sentence(String id) {
        return center.api().get(UPGRADES + "/" + id).text("sentence");
    }

    private static Answer delete(Api api) {
        return api.send(
                "DELETE",
                STOP,
                BodyPublishers.ofString("{\"reason\":\"all is well\"}"),
                "Content-Type",
                "application/json");
    }

    @Test
    void aTokenIsMadeForEachRoleOfPeople() {
        var viewer = center.api().post("/api/v1/tokens", "{\"name\":\"prometheus\",\"role\":\"VIEWER\"}");
        var worker = center.api().post("/api/v1/tokens", "{\"name\":\"prometheus\",\"role\":\"WORKER\"}");

        assertThat(viewer.status()).isEqualTo(201);
        var api = center.as(viewer.text("token"));
        assertThat(api.get(DEPTH).status()).isEqualTo(200);
        assertThat(put(api, DEPTH, "{\"archiveDepth\":5}").status()).isEqualTo(403);
        assertThat(worker.problem()).isEqualTo("422 /problems/invalid-request");
    }
}
