package io.mddc.upgrade.controlcenter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.mddc.upgrade.controlcenter.Api.Answer;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;

/** No worker polls, so an upgrade that is started waits in its uploads until the test aborts it. */
abstract class WithTwoCores {
    static final String UPGRADES = "/api/v1/upgrades";
    static final String ORDER = "{\"targets\":[{\"component\":\"CORE\",\"version\":\"%s\"}]}";
    static final String TO_17 = ORDER.formatted("5.17.0-1");
    static final Duration SOON = Duration.ofSeconds(20);

    @RegisterExtension
    static final RunningControlCenter center = new RunningControlCenter();

    @BeforeAll
    static void waitForTheEngineAndUploadPackages() {
        center.needsEngine();
        await().atMost(SOON).until(() -> center.asNobody().get("/readyz").status() == 200);
        for (var deb : List.of(Deb.core("5.16.0-1"), Deb.core("5.17.0-1"))) {
            var path = "/api/v1/packages?fileName=" + deb.fileName();
            center.api().post(path, "application/octet-stream", deb.bytes());
        }
    }

    @BeforeEach
    void reportTwoCores() {
        report("host-a", "core-1", "core-2");
    }

    @AfterEach
    void endWhatHoldsTheCluster() {
        endTheNewest();
    }

    static void endTheNewest() {
        var newest =
                center.api().get(UPGRADES + "?limit=1").json().path("items").path(0);
        if (newest.path("outcome").isNull()) {
            var id = newest.path("id").asText();
            await().atMost(SOON).until(() -> abort(id, key()).status() != 503);
            awaitEnd(id);
        }
    }

    static String key() {
        return UUID.randomUUID().toString();
    }

    static Answer report(String host, String... cores) {
        var instances = java.util.Arrays.stream(cores)
                .map(core ->
                        ("{\"id\":\"%s\",\"component\":\"CORE\",\"host\":\"%s\",\"address\":\"http://127.0.0.1:8008\","
                                        + "\"installed\":\"5.16.0-1\",\"running\":\"5.16.0\",\"health\":\"READY\",\"isolatedBy\":\"\","
                                        + "\"newerField\":1}")
                                .formatted(core, host))
                .toList();
        return center.asWorker(host)
                .post(
                        "/api/v1/workers/" + host + "/status",
                        ("{\"host\":\"%s\",\"version\":\"0.1.0\",\"load\":0.5,\"memoryFree\":1,\"diskFree\":200000000,"
                                        + "\"instances\":%s,\"openInstalls\":[]}")
                                .formatted(host, instances));
    }

    static Answer start(String key, String order) {
        return center.api().command(UPGRADES, key, order);
    }

    static Answer abort(String id, String key) {
        return center.api().command(UPGRADES + "/" + id + "/abort", key, "{\"reason\":\"the test is over\"}");
    }

    static void awaitEnd(String id) {
        await().atMost(SOON).untilAsserted(() -> assertThat(outcome(id)).isNotEqualTo("null"));
    }

    static String outcome(String id) {
        return center.api().get(UPGRADES + "/" + id).text("outcome");
    }
}
