package io.mddc.upgrade.lab.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.mddc.upgrade.cluster.Component;
import io.mddc.upgrade.cluster.InstanceId;
import io.mddc.upgrade.json.UpgradeJson;
import io.mddc.upgrade.lab.chaos.KillReport;
import io.mddc.upgrade.lab.ledger.Balance;
import io.mddc.upgrade.lab.load.RequestBook;
import io.mddc.upgrade.run.Outcome;
import io.mddc.upgrade.run.Step;
import io.mddc.upgrade.run.UnitState;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoReportTest {
    private static final Instant NOW = Instant.parse("2026-11-22T02:00:00Z");
    private static final Balance BALANCE = new Balance(10, 10, 0, 0, 0, 0, 0, 0, 0, List.of());

    @TempDir
    private Path folder;

    @Test
    void writesEveryFieldOfTheDesignAndNullWhereNothingFillsItYet() throws IOException {
        var file = folder.resolve("report.json");

        new Seen(report(), BALANCE).write(file);

        var json = UpgradeJson.mapper().readTree(file.toFile());
        assertThat(names(json))
                .containsExactly(
                        "engine",
                        "scenario",
                        "seed",
                        "outcome",
                        "files",
                        "requests",
                        "impact",
                        "units",
                        "kills",
                        "minActive",
                        "settingsFrozen",
                        "orphanIsolations",
                        "durationSeconds");
        assertThat(names(json.path("files")))
                .containsExactly(
                        "accepted",
                        "finished",
                        "failed",
                        "failedByUpgrade",
                        "failedByPackage",
                        "failedByKill",
                        "lost",
                        "inFlight",
                        "wrongVerdict");
        assertThat(names(json.path("requests"))).containsExactly("sent", "failed", "refused");
        assertThat(names(json.path("impact").path(0)))
                .containsExactly(
                        "component",
                        "level",
                        "submissionsFailed",
                        "resultsFailed",
                        "downloadsFailed",
                        "keysRefused",
                        "signInsFailed",
                        "longestGapSeconds");
        assertThat(names(json.path("units").path(0)))
                .containsExactly(
                        "instance",
                        "component",
                        "from",
                        "to",
                        "running",
                        "end",
                        "installs",
                        "filesAtIsolation",
                        "steps",
                        "floorSeconds",
                        "overheadSeconds");
        assertThat(names(json.path("units").path(0).path("steps").path(0))).containsExactly("step", "begin", "end");
        assertThat(names(json.path("kills").path(0)))
                .containsExactly("what", "step", "instance", "at", "resumedAfterSeconds");
        assertThat(json.path("settingsFrozen").isNull()).isTrue();
        assertThat(json.path("impact").path(0).path("keysRefused").isNull()).isTrue();
        assertThat(json.path("minActive").path("CORE").asInt()).isEqualTo(2);
        assertThat(json.path("units").path(0).path("instance").asText()).isEqualTo("core-1");
        assertThat(json.path("kills").path(0).path("at").asText()).isEqualTo("2026-11-22T02:00:00Z");
    }

    static DemoReport report() {
        var unit = new DemoReport.Unit(
                new InstanceId("core-1"),
                Component.CORE,
                "5.16.0-1",
                "5.17.0-1",
                Optional.of("5.17.0"),
                Optional.of(UnitState.UPGRADED),
                1,
                Optional.of(3),
                List.of(new DemoReport.StepSpan(Step.UPLOAD, NOW, Optional.of(NOW.plusSeconds(1)))),
                Optional.of(20.0),
                Optional.of(1.2));
        return new DemoReport(
                "embedded",
                "cores",
                1,
                Optional.of(Outcome.SUCCEEDED),
                DemoReport.Files.of(BALANCE),
                new RequestBook.Counts(100, 0, 0),
                List.of(new DemoReport.Impact(Component.CORE, 0, 0, 0, 0, Optional.empty(), Optional.empty(), 0.4)),
                List.of(unit),
                List.of(new KillReport(
                        "worker", Step.INSTALL, Optional.of(new InstanceId("core-2")), NOW, Optional.of(3.1))),
                Map.of(Component.CORE, 2),
                Optional.empty(),
                Optional.of(0),
                90.5);
    }

    private static List<String> names(JsonNode node) {
        var names = new ArrayList<String>();
        node.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
