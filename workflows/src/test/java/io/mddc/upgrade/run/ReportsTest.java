package io.mddc.upgrade.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.mddc.upgrade.cluster.Component;
import io.mddc.upgrade.cluster.InstanceId;
import io.mddc.upgrade.cluster.UpgradeId;
import io.mddc.upgrade.json.UpgradeJson;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ReportsTest {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "true, UPGRADED, ABORTED",
        "false, UPGRADED FAILED, FAILED",
        "false, UPGRADED UPGRADED, SUCCEEDED",
        "false, ROLLED_BACK SKIPPED, ROLLED_BACK",
        "false, ROLLED_BACK UPGRADED, PARTIAL",
        "false, SKIPPED CANCELLED, PARTIAL"
    })
    void anUpgradeEndsAsItsUnitsDid(boolean aborted, String ends, Outcome outcome) {
        assertThat(Outcome.of(
                        aborted,
                        Stream.of(ends.split(" ")).map(UnitState::valueOf).toList()))
                .isEqualTo(outcome);
    }

    @Test
    void eachStepHasItsStatesAndNothingElseHasOne() {
        var steps = new EnumMap<UnitState, Step>(UnitState.class);
        Arrays.stream(UnitState.values()).forEach(state -> state.step().ifPresent(step -> steps.put(state, step)));

        assertThat(steps)
                .hasToString("{UPLOADING=UPLOAD, DRAINING=DRAIN, ASKING=DRAIN, INSTALLING=INSTALL, VERIFYING=VERIFY,"
                        + " MONITORING=MONITOR, ROLLING_BACK=WAY_BACK}");
    }

    @Test
    void namesTheFilesThatAreLeftTheOldestFirst() {
        var files = List.of(
                new FileInWork("f-2", Duration.ofSeconds(3), "single-file"),
                new FileInWork("f-1", Duration.ofMinutes(41), "archive-deep"));
        var work = new WorkInProgress(6, files);

        assertThat(work.isIdle()).isFalse();
        assertThat(work.sentence()).isEqualTo("6 files left, oldest 41 min (archive-deep)");
        assertThat(work.named()).isEqualTo("f-1 (41 min, archive-deep), f-2 (3 s, single-file) and 4 more");
        assertThat(new WorkInProgress(2, files).named()).endsWith("f-2 (3 s, single-file)");
    }

    @Test
    void saysHowManyAreLeftWhereTheComponentDoesNotNameThem() {
        assertThat(new WorkInProgress(0, List.of()).isIdle()).isTrue();
        assertThat(new WorkInProgress(1, List.of()).sentence()).isEqualTo("1 file left");
        assertThat(new WorkInProgress(3, List.of()).named()).isEqualTo("and 3 more");
        assertThat(new WorkInProgress(0, List.of()).named()).isEmpty();
    }

    @Test
    void keepsTheOldestTwentyFiles() {
        var files = IntStream.range(0, 30)
                .mapToObj(n -> new FileInWork("f-" + n, Duration.ofSeconds(n), "w"))
                .toList();

        assertThat(new WorkInProgress(30, files).oldest())
                .hasSize(WorkInProgress.NAMED)
                .first()
                .extracting(FileInWork::id)
                .isEqualTo("f-29");
    }

    @Test
    void refusesWhatCannotBe() {
        var file = new FileInWork("f-1", Duration.ZERO, "w");
        assertThatThrownBy(() -> new WorkInProgress(-1, List.of())).hasMessage("count is negative: -1");
        assertThatThrownBy(() -> new WorkInProgress(0, List.of(file)))
                .hasMessage("1 files are named but only 0 are in work");
        assertThatThrownBy(() -> new FileInWork("f-1", Duration.ofSeconds(-1), "w"))
                .hasMessageContaining("is negative");
        assertThat(new StepTime(Step.DRAIN, NOON, NOON).end()).isEqualTo(NOON);
        assertThatThrownBy(() -> new StepTime(Step.DRAIN, NOON, NOON.minusSeconds(1)))
                .hasMessageContaining("before it begins");
        assertThatThrownBy(() -> new UnitReport(new InstanceId("core-1"), UnitState.DRAINING, "", List.of(), 1))
                .hasMessage("DRAINING is not an end of a unit");
    }

    @ParameterizedTest
    @EnumSource(names = {"UPGRADED", "SKIPPED", "ROLLED_BACK", "FAILED", "CANCELLED"})
    void reportsEachEnd(UnitState end) {
        assertThat(new UnitReport(new InstanceId("core-1"), end, "why", List.of(), 1).end())
                .isEqualTo(end);
    }

    @Test
    void everyLineOfTheRunLogIsReadAsItWasWritten() throws JsonProcessingException {
        var upgrade = new UpgradeId("2026-11-22-1");
        var waits = new WaitReason.Until("it drains", NOON, NOON.plusSeconds(9));
        var person = new WaitReason.ForPerson("look", NOON, "an administrator");
        var lines = List.of(
                new RunEvent.OfUpgrade("k1", upgrade, NOON, "runs", WaitReason.NOTHING, UpgradeState.RUNNING),
                new RunEvent.OfStage("k2", upgrade, NOON, "waits", person, Component.CORE),
                new RunEvent.OfUnit(
                        "k3", upgrade, NOON, "drains", waits, new InstanceId("core-1"), UnitState.DRAINING));

        for (var line : lines) {
            var text = UpgradeJson.mapper().writeValueAsString(line);
            assertThat(UpgradeJson.mapper().readValue(text, RunEvent.class)).isEqualTo(line);
        }
        assertThat(WaitReason.NOTHING.sentence()).isEmpty();
    }
}
