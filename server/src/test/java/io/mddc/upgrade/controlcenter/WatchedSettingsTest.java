package io.mddc.upgrade.controlcenter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.mddc.upgrade.controlcenter.Api.Answer;
import io.mddc.upgrade.controlcenter.access.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A control center of the vendor's on host-v keeps its own settings. */
class WatchedSettingsTest extends WithTwoCores {
    private Api worker = center.asNobody();

    @BeforeEach
    void enrol() {
        worker = center.asWorker("host-v");
        reads(5, "a");
    }

    @Test
    void aChangePastUsPausesTheUpgradeUntilAPersonAcceptsIt() {
        var id = start(key(), TO_17).text("id");
        await().atMost(SOON).until(() -> state(id).equals("RUNNING"));

        reads(6, "b");
        await().atMost(SOON).until(() -> state(id).equals("PAUSED"));
        var sentence = sentence(id);
        center.api().command(UPGRADES + "/" + id + "/resume", key(), "{\"reason\":\"it is meant\"}");
        reads(6, "b");
        await().atMost(SOON).until(() -> state(id).equals("RUNNING"));
        reads(5, "a");
        await().atMost(SOON).until(() -> state(id).equals("PAUSED"));
        var back = sentence(id);

        assertThat(sentence)
                .startsWith("Paused by the watch over settings: the setting workflow of control-center-9 on host-v was"
                        + " changed past this product, seen since 20")
                .contains(": archiveDepth from 5 to 6.");
        assertThat(back).contains(": archiveDepth from 6 to 5.");
    }

    @Test
    void whatAnUpgradeFindsWhenItTakesTheClusterIsNoChange() {
        reads(7, "c");
        var id = start(key(), TO_17).text("id");

        reads(7, "c");
        reads(8, "d");
        await().atMost(SOON).until(() -> state(id).equals("PAUSED"));

        assertThat(sentence(id)).contains(": archiveDepth from 7 to 8.");
    }

    @Test
    void theSettingSaysThatItIsWatchedNotLocked() {
        var watched = center.as(Role.VIEWER)
                .get("/api/v1/settings/workflow")
                .json()
                .path("watched")
                .path(0);

        assertThat(watched.path("standing").asText()).isEqualTo("watched, not locked, on host-v");
        assertThat(watched.path("controlCenter").asText()).isEqualTo("control-center-9");
        assertThat(watched.path("document").asText()).isEqualTo("{\"archiveDepth\":5}");
    }

    @Test
    void aWorkerSpeaksOfItsOwnHostAlone() {
        center.asWorker("host-w")
                .post(
                        "/api/v1/workers/host-w/status",
                        report("host-w", 9, "f")
                                .replace("[{\"id\":\"control-center-9\"", "[{\"id\":\"control-center-8\""));

        assertThat(center.api().get("/api/v1/settings/workflow").json().path("watched"))
                .extracting(watched -> watched.path("host").asText())
                .containsExactly("host-v");
    }

    private void reads(int depth, String digit) {
        Answer taken = worker.post("/api/v1/workers/host-v/status", report("host-v", depth, digit));
        assertThat(taken.status()).isEqualTo(204);
    }

    private static String report(String host, int depth, String digit) {
        var document = "{\\\"archiveDepth\\\":" + depth + "}";
        return """
                {"host":"%1$s","version":"0.1.0","load":0.5,"memoryFree":1,"diskFree":1,"openInstalls":[],
                 "instances":[{"id":"control-center-9","component":"CONTROL_CENTER","host":"%1$s",
                   "address":"http://127.0.0.1:9000","installed":"2.5.0-1","running":"2.5.0","health":"READY",
                   "isolatedBy":""}],
                 "settings":[{"controlCenter":"control-center-9","name":"workflow","digest":"%2$s","document":"%3$s",
                   "newerField":1}]}""".formatted(host, digit.repeat(64), document);
    }

    private static String state(String id) {
        return center.api().get(UPGRADES + "/" + id).text("state");
    }

    private static String sentence(String id) {
        return center.api().get(UPGRADES + "/" + id).text("sentence");
    }
}
