package io.mddc.upgrade.controlcenter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

class RunningUpgradeTest extends WithTwoCores {
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
    void saysWhenItWillProbablyBeOverOrWhyNobodyKnows() {
        var id = start(key(), TO_17).text("id");

        await().atMost(SOON)
                .until(() ->
                        center.api().get(UPGRADES + "/" + id).json().path("eta").isObject());

        var upgrade = center.api().get(UPGRADES + "/" + id).json();
        var report = center.api().get(UPGRADES + "/" + id + "/report").json();
        assertThat(upgrade.path("eta").path("sentence").asText()).isNotEmpty();
        assertThat(upgrade.path("stages").path(0).path("eta").isObject()).isTrue();
        assertThat(upgrade.path("stages")
                        .path(0)
                        .path("units")
                        .path(0)
                        .path("eta")
                        .isObject())
                .isTrue();
        assertThat(report.path("forecasts").isArray()).isTrue();
        assertThat(report.path("forecasts")).isEmpty();
    }

    @Test
    void whatWaitsForItsWindowHearsOfASoonerOneAtOnce() {
        var later = addWindow(40);
        var id = start(key(), TO_17.replace("]}", "],\"start\":\"NEXT_WINDOW\"}"))
                .text("id");
        await().atMost(SOON).until(() -> waitOf(id).startsWith("UNTIL " + day(40)));

        var sooner = addWindow(20);

        await().atMost(SOON).until(() -> waitOf(id).startsWith("UNTIL " + day(20)));
        center.api().delete(sooner);
        await().atMost(SOON).until(() -> waitOf(id).startsWith("UNTIL " + day(40)));
        center.api().delete(later);
        await().atMost(SOON).until(() -> waitOf(id).startsWith("PERSON"));
    }

    private static LocalDate day(int fromNow) {
        return LocalDate.now(ZoneOffset.UTC).plusDays(fromNow);
    }

    private static String addWindow(int fromNow) {
        var window = """
                {"name":"in %1$d days","zone":"Etc/UTC","duration":"PT23H","recurrence":{"kind":"ONCE","at":"%2$sT01:00"}}""".formatted(fromNow, day(fromNow));
        return "/api/v1/windows/" + center.api().post("/api/v1/windows", window).text("id");
    }

    private static String waitOf(String upgrade) {
        var wait = center.api().get(UPGRADES + "/" + upgrade).json().path("waitReason");
        return wait.path("kind").asText() + " " + wait.path("deadline").asText();
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
