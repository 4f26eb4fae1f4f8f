package io.mddc.upgrade.controlcenter.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class UpgradeTextTest {
    private static final String UPGRADE = """
            {"id":"2026-11-22-3","state":"RUNNING","outcome":null,"sentence":"core-2 drains: 3 files left",
             "waitReason":{"kind":"PERSON","sentence":"core-3 wants a decision","person":"the operator",
              "may":["answer","skip"]},
             "startedAt":"2026-11-22T10:00:00Z","endedAt":null,
             "eta":{"expected":null,"earliest":null,"latest":null,"sentence":"it waits for the operator"},
             "stages":[{"component":"CORE","target":"5.17.0-1","minimumActive":2,"units":[
               {"instance":"core-1","host":"host-a","from":"5.16.0-1","to":"5.17.0-1","state":"UPGRADED",
                "steps":[{"step":"UPLOAD","begin":"2026-11-22T10:00:01Z","end":"2026-11-22T10:00:05Z"},
                         {"step":"DRAIN","begin":"2026-11-22T10:00:05Z","end":"2026-11-22T10:03:15Z"}]},
               {"instance":"core-2","host":"host-b","from":"5.16.0-1","to":"5.17.0-1","state":"DRAINING",
                "steps":[{"step":"DRAIN","begin":"2026-11-22T10:04:00Z","end":null}]},
               {"instance":"core-3","host":"host-c","from":"5.16.0-1","to":"5.17.0-1","state":"FAILED",
                "sentence":"the installer ended with 1",
                "steps":[{"step":"INSTALL","begin":"2026-11-22T10:04:00Z","end":"2026-11-22T10:04:02Z"}]},
               {"instance":"core-4","host":"host-d","from":"5.16.0-1","to":"5.17.0-1","state":"WAITING",
                "waitReason":{"kind":"OTHERS","sentence":"core-4 waits for its turn","others":"the units before it"},
                "steps":[]}]}]}""";

    @Test
    void showsWhatHostsSayOfTheStepThatIsInWork() {
        var view = Json.read(Json.parse(UPGRADE), UpgradeView.class);
        var live = List.of(
                new LiveView("core-2", "DRAIN", 3, "3 files left, oldest 41 s (archive-deep)"),
                new LiveView("core-1", "DRAIN", 1, "1 file left"));

        var lines = new UpgradeText(view, Instant.parse("2026-11-22T11:05:20Z"), live).lines();

        assertThat(lines)
                .filteredOn(line -> line.contains("left"))
                .extracting(line -> line.replaceAll("   +", "   "))
                .containsExactly(
                        "core-2 drains: 3 files left",
                        "core-2   host-b   5.16.0-1   ● 1:01:20   3 files left, oldest 41 s (archive-deep)");
    }

    @Test
    void showsTheSentenceAndEachUnitWithItsSteps() {
        var view = Json.read(Json.parse(UPGRADE), UpgradeView.class);

        var lines = new UpgradeText(view, Instant.parse("2026-11-22T11:05:20Z")).lines();

        assertThat(lines)
                .containsExactly(
                        "Upgrade 2026-11-22-3   RUNNING   1:05:20",
                        "no ETA: it waits for the operator",
                        "core-2 drains: 3 files left",
                        "core-3 wants a decision (waits for the operator; you may: answer, skip)",
                        "",
                        "CORE → 5.17.0-1, at least 2 stay active",
                        "instance   host     version    Upload   Drain       Install   Verify   Monitor",
                        "core-1     host-a   5.17.0-1   ✔ 4 s    ✔ 3:10",
                        "core-2     host-b   5.16.0-1            ● 1:01:20",
                        "core-3     host-c   5.16.0-1                        ✖ 2 s"
                                + "                        FAILED: the installer ended with 1",
                        "core-4     host-d   5.16.0-1"
                                + "                                                     core-4 waits for its turn (waits for the"
                                + " units before it)");
    }
}
