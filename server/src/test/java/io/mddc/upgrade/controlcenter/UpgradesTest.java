package io.mddc.upgrade.controlcenter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.mddc.upgrade.controlcenter.Api.Answer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** No worker polls, so an upgrade that is started waits in its uploads until the test aborts it. */
class UpgradesTest {
    private static final String UPGRADES = "/api/v1/upgrades";
    private static final String ORDER = "{\"targets\":[{\"component\":\"CORE\",\"version\":\"%s\"}]}";
    private static final String TO_17 = ORDER.formatted("5.17.0-1");
    private static final Duration SOON = Duration.ofSeconds(20);

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
        var newest =
                center.api().get(UPGRADES + "?limit=1").json().path("items").path(0);
        if (newest.path("outcome").isNull()) {
            var id = newest.path("id").asText();
            await().atMost(SOON).until(() -> abort(id, key()).status() != 503);
            awaitEnd(id);
        }
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }

    private static Answer report(String host, String... cores) {
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
                        ("{\"host\":\"%s\",\"version\":\"0.1.0\",\"load\":0.5,\"memoryFree\":1,\"diskFree\":2,"
                                        + "\"instances\":%s,\"openInstalls\":[]}")
                                .formatted(host, instances));
    }

    private static Answer start(String key, String order) {
        return center.api().command(UPGRADES, key, order);
    }

    private static Answer abort(String id, String key) {
        return center.api().command(UPGRADES + "/" + id + "/abort", key, "{\"reason\":\"the test is over\"}");
    }

    private static void awaitEnd(String id) {
        await().atMost(SOON).untilAsserted(() -> assertThat(outcome(id)).isNotEqualTo("null"));
    }

    private static String outcome(String id) {
        return center.api().get(UPGRADES + "/" + id).text("outcome");
    }

    @Test
    void theSameKeyTwiceStartsOneAndAnotherContentIsRefused() {
        var key = key();
        var first = start(key, TO_17);
        var again = start(key, TO_17.replace(":", " : "));
        var other = start(key, ORDER.formatted("5.16.0-1"));

        assertThat(first.status()).isEqualTo(201);
        assertThat(first.header("Location")).endsWith(UPGRADES + "/" + first.text("id"));
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.text("id")).isEqualTo(first.text("id"));
        assertThat(other.problem()).isEqualTo("422 /problems/idempotency-key-reused");
    }

    @Test
    void aSecondStartIsRefusedNamingTheFirst() {
        var first = start(key(), TO_17);

        var second = start(key(), TO_17);

        assertThat(second.problem()).isEqualTo("409 /problems/cluster-held");
        assertThat(second.text("upgradeId")).isEqualTo(first.text("id"));
    }

    @Test
    void ofManyStartsAtOnceOneTakesTheCluster() throws Exception {
        var same = key();
        var threads = Executors.newFixedThreadPool(8);
        try {
            var starts = java.util.stream.IntStream.range(0, 16)
                    .<Callable<Answer>>mapToObj(i -> () -> start(i % 2 == 0 ? same : key(), TO_17))
                    .toList();
            var problems = new ArrayList<String>();
            for (var answer : threads.invokeAll(starts)) {
                problems.add(answer.get().problem());
            }

            assertThat(problems).filteredOn("201"::equals).hasSize(1);
            assertThat(problems).allMatch(problem -> problem.matches("20[01]|409 /problems/cluster-held"));
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void aBlockedPlanIsRefusedWithItsFindings() {
        var answer = start(key(), ORDER.formatted("9.9.9-1"));

        assertThat(answer.problem()).isEqualTo("409 /problems/plan-blocked");
        assertThat(answer.json().path("findings").path(0).path("code").asText()).isEqualTo("PACKAGE_MISSING");
        assertThat(answer.json().path("findings").path(0).path("blocking").asBoolean())
                .isTrue();
    }

    @Test
    void runsIsShownAndIsAborted() {
        var id = start(key(), TO_17).text("id");
        await().atMost(SOON)
                .until(() -> center.api().get(UPGRADES + "/" + id).text("state").equals("RUNNING"));

        var abortKey = key();
        var aborted = abort(id, abortKey);
        var repeated = abort(id, abortKey);
        awaitEnd(id);
        var afterTheEnd = abort(id, abortKey);
        var tooLate = abort(id, key());

        assertThat(aborted.status()).isEqualTo(202);
        assertThat(repeated.status()).isEqualTo(202);
        assertThat(afterTheEnd.status()).isEqualTo(202);
        assertThat(tooLate.problem()).isEqualTo("409 /problems/upgrade-ended");
        var report = center.api().get(UPGRADES + "/" + id + "/report").json();
        assertThat(report.path("outcome").asText()).isEqualTo("ABORTED");
        assertThat(report.path("durationSeconds").asDouble()).isPositive();
        assertThat(report.path("stages").path(0).path("units"))
                .extracting(unit -> unit.path("instance").asText() + " "
                        + unit.path("state").asText())
                .containsExactly("core-1 CANCELLED", "core-2 CANCELLED");
    }

    @Test
    void eventsGoOnWhereTheReaderWas() {
        var id = start(key(), TO_17).text("id");
        var events = UPGRADES + "/" + id + "/events";
        await().atMost(SOON)
                .until(() -> center.api().get(events).json().path("items").size() >= 3);

        var first = center.api().get(events + "?limit=2").json();
        var rest = center.api()
                .get(events + "?after=" + first.path("next").asText())
                .json();

        assertThat(first.path("items"))
                .extracting(event -> event.path("seq").asInt())
                .containsExactly(1, 2);
        assertThat(first.path("next").asText()).isEqualTo("2");
        assertThat(rest.path("items").path(0).path("seq").asInt()).isEqualTo(3);
        assertThat(first.path("items").path(0).path("subject").asText()).isEqualTo("UPGRADE");
    }

    @Test
    void aPackageOfAPlanInWorkIsNotDeleted() {
        var id = start(key(), TO_17).text("id");
        var digests = center.api().get("/api/v1/packages").json().path("items");

        for (var stored : digests) {
            if (List.of("5.16.0-1", "5.17.0-1").contains(stored.path("version").asText())) {
                var answer = center.api()
                        .delete("/api/v1/packages/" + stored.path("digest").asText());
                assertThat(answer.problem()).isEqualTo("409 /problems/package-in-use");
                assertThat(answer.text("upgradeId")).isEqualTo(id);
            }
        }
    }

    @Test
    void aPermitNeedsTheStepToBeRecorded() {
        var id = start(key(), TO_17).text("id");
        var worker = center.asWorker("host-a");

        var answer = worker.post(
                "/api/v1/workers/host-a/permits",
                "{\"operation\":\"%s/core-1/1\",\"step\":\"DRAIN\",\"digest\":null}".formatted(id));

        assertThat(answer.problem()).isEqualTo("409 /problems/permit-refused");
        assertThat(answer.text("detail")).contains("not in DRAIN");
    }

    @Test
    void theInventoryIsWhatWorkersReport() {
        report("host-inventory", "core-8", "core-9");
        report("host-inventory", "core-9");

        var instances = center.api().get("/api/v1/instances").json().path("items");

        assertThat(instances)
                .extracting(instance -> instance.path("id").asText())
                .contains("core-9")
                .doesNotContain("core-8");
        assertThat(report("host-other", "core-9").problem()).isEqualTo("409 /problems/instance-of-another-host");
        report("host-inventory");
    }
}
