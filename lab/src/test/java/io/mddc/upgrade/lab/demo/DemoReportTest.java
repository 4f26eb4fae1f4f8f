package io.mddc.upgrade.lab.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.mddc.upgrade.cluster.Component;
import io.mddc.upgrade.cluster.InstanceId;
import io.mddc.upgrade.json.UpgradeJson;
import io.mddc.upgrade.lab.chaos.KillReport;
import io.mddc.upgrade.lab.chaos.KillStep;
import io.mddc.upgrade.lab.ledger.Balance;
import io.mddc.upgrade.lab.load.RequestBook;
import io.mddc.upgrade.run.Outcome;
import io.mddc.upgrade.run.Step;
import io.mddc.upgrade.run.UnitState;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DemoReportTest {
    private static final Instant NOW = Instant.parse("2026-11-22T02:00:00Z");
    private static final Balance BALANCE = new Balance(10, 10, 0, 0, 0, 0, 0, 0, 0, 0, List.of());

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | engine scenario seed outcome files requests impact units kills emergencyStops minActive settingsFrozen settingsThawed"
                        + " orphanIsolations processesKept maintenance etas durationSeconds",
                "/files | accepted finished failed failedByUpgrade failedByPackage failedByKill lost inFlight wrongVerdict"
                        + " checks",
                "/requests | sent failed refused",
                "/impact/0 | component level submissionsFailed resultsFailed downloadsFailed keysRefused failed"
                        + " signInsFailed longestGapSeconds",
                "/units/0 | instance component from to running end installs filesAtIsolation steps floorSeconds"
                        + " overheadSeconds outageSeconds",
                "/units/0/steps/0 | step begin end",
                "/maintenance | firstRefused firstAccepted gapSeconds parts allowanceSeconds within closedAfterKill",
                "/maintenance/parts | finishSeconds stopSeconds backupSeconds installSeconds startSeconds engineLoadSeconds"
                        + " checkSeconds",
                "/kills/0 | what step instance at resumedAfterSeconds outageSeconds",
                "/emergencyStops/0 | at lateEffects"
            })
    void writesEveryFieldOfTheDesign(String place, String fields) throws IOException {
        assertThat(names(written().at(place))).containsExactly(fields.split(" "));
    }

    @Test
    void writesNullWhereNothingFillsAFieldYet() throws IOException {
        assertThat(written().at("/settingsFrozen").isNull()).isTrue();
        assertThat(written().at("/impact/0/signInsFailed").isNull()).isTrue();
    }

    @Test
    void writesIdsAndMomentsAsText() throws IOException {
        assertThat(written().at("/minActive/CORE").asInt()).isEqualTo(2);
        assertThat(written().at("/units/0/instance").asText()).isEqualTo("core-1");
        assertThat(written().at("/kills/0/at").asText()).isEqualTo("2026-11-22T02:00:00Z");
    }

    private JsonNode written() throws IOException {
        var file = folder.resolve("report.json");
        new Seen(report(), BALANCE, Map.of(), List.of()).write(file);
        return UpgradeJson.mapper().readTree(file.toFile());
    }

    static DemoReport report() {
        return new DemoReport(
                "embedded",
                "cores",
                1,
                Optional.of(Outcome.SUCCEEDED),
                DemoReport.Files.of(BALANCE),
                new RequestBook.Counts(100, 0, 0),
                List.of(new DemoReport.Impact(Component.CORE, 0, 0, 0, 0, 0, 0, Optional.empty(), 0.4)),
                List.of(unit()),
                List.of(new KillReport(
                        "worker",
                        KillStep.INSTALL,
                        Optional.of(new InstanceId("core-2")),
                        NOW,
                        Optional.of(3.1),
                        Optional.of(3.2))),
                List.of(new EmergencyDrill.Stopped(NOW, 0)),
                Map.of(Component.CORE, 2),
                Optional.empty(),
                Optional.of(true),
                Optional.of(0),
                Optional.empty(),
                Optional.of(MaintenanceTest.report()),
                List.of(),
                90.5);
    }

    private static DemoReport.Unit unit() {
        return new DemoReport.Unit(
                new InstanceId("core-1"),
                Component.CORE,
                "5.16.0-1",
                "5.17.0-1",
                Optional.of("5.17.0"),
                Optional.of(UnitState.UPGRADED),
                1,
                Optional.of(3),
                EnumSet.range(Step.UPLOAD, Step.MONITOR).stream()
                        .map(step -> new DemoReport.StepSpan(step, NOW, Optional.of(NOW.plusSeconds(1))))
                        .toList(),
                Optional.of(20.0),
                Optional.of(1.2),
                Optional.of(0.0));
    }

    private static List<String> names(JsonNode node) {
        var names = new ArrayList<String>();
        node.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
