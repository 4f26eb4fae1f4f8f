package io.mddc.upgrade.lab.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.mddc.upgrade.cluster.InstanceId;
import io.mddc.upgrade.lab.demo.ControlCenterClient.Answer;
import io.mddc.upgrade.lab.ride.CommandTable;
import io.mddc.upgrade.lab.ride.Moment;
import io.mddc.upgrade.lab.ride.RideCommand;
import io.mddc.upgrade.run.UnitState;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RideVerdictTest {
    private static final Instant START = Instant.parse("2026-11-22T02:00:00Z");
    private static final InstanceId CORE = new InstanceId("core-1");
    private static final Answer TAKEN = new Answer(202, "");
    private static final Answer REFUSED = new Answer(409, "core-1 is INSTALLING");

    private final CommandTable table = CommandTable.read(Path.of("../docs/design.md"));

    @Test
    void findsNothingWhereAllIsAsTheTableSays() {
        assertThat(judged(Moment.INSTALL, REFUSED, UnitState.UPGRADED, "SUCCEEDED"))
                .isEmpty();
    }

    @Test
    void findsACommandThatWasTakenThoughTheTableRefusesIt() {
        assertThat(judged(Moment.INSTALL, TAKEN, UnitState.UPGRADED, "SUCCEEDED"))
                .containsExactly("skip was taken while core-1 was INSTALLING, the command table says otherwise");
    }

    @Test
    void findsARefusalThatGivesNoReason() {
        assertThat(judged(Moment.INSTALL, new Answer(409, ""), UnitState.UPGRADED, "SUCCEEDED"))
                .containsExactly("the answer was 409 '': allowed is to take it, or 409 with the reason");
    }

    @Test
    void findsAnotherEndOfTheUnitAndOfTheUpgrade() {
        assertThat(judged(Moment.INSTALL, REFUSED, UnitState.CANCELLED, "SUCCEEDED"))
                .containsExactly("core-1 ended CANCELLED, not UPGRADED", "the upgrade ended SUCCEEDED, not PARTIAL");
    }

    @Test
    void doesNotJudgeACommandThatCameWhenItsStepWasOver() {
        var late = ridden(Moment.DRAIN, REFUSED, Set.of(UnitState.DRAINING, UnitState.INSTALLING));

        assertThat(late.isLate()).isTrue();
        assertThat(RideVerdict.of(late, table)).isEmpty();
    }

    @Test
    void whatTheCommandItselfBringsAboutIsNotLate() {
        var returning = Set.of(UnitState.DRAINING, UnitState.RETURNING, UnitState.SKIPPED);

        assertThat(ridden(Moment.DRAIN, TAKEN, returning).isLate()).isFalse();
    }

    @Test
    void knowsWhereTheUnitWasFromTheSendingToTheAnswer() {
        var events = List.of(
                event(1, UnitState.UPLOADING),
                event(2, UnitState.DRAINING),
                event(5, UnitState.RETURNING),
                event(9, UnitState.SKIPPED));

        assertThat(RideVerdict.states(events, CORE, new Span(START.plusSeconds(3), START.plusSeconds(6))))
                .containsExactly(UnitState.DRAINING, UnitState.RETURNING);
    }

    private List<String> judged(Moment moment, Answer answer, UnitState end, String outcome) {
        var what = new Ridden.What(RideCommand.SKIP, moment, CORE, "2026-11-22-1");
        var ended = new Ridden.End(outcome, Map.of(CORE, end), 1);
        return RideVerdict.of(new Ridden(what, Set.of(moment.state()), answer, ended, List.of()), table);
    }

    private static Ridden ridden(Moment moment, Answer answer, Set<UnitState> states) {
        var what = new Ridden.What(RideCommand.SKIP, moment, CORE, "2026-11-22-1");
        var ended = new Ridden.End("PARTIAL", Map.of(CORE, UnitState.SKIPPED), 1);
        return new Ridden(what, states, answer, ended, List.of());
    }

    private static UpgradeEvent event(int second, UnitState state) {
        return new UpgradeEvent(
                second,
                START.plusSeconds(second),
                Optional.empty(),
                Optional.of(CORE),
                Optional.of(state.name()),
                Optional.empty(),
                "It moves.");
    }
}
