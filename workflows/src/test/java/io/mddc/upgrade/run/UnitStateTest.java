package io.mddc.upgrade.run;

import static io.mddc.upgrade.run.UnitEvent.ASK;
import static io.mddc.upgrade.run.UnitEvent.BEGUN;
import static io.mddc.upgrade.run.UnitEvent.CANCEL;
import static io.mddc.upgrade.run.UnitEvent.DRAINED;
import static io.mddc.upgrade.run.UnitEvent.GO;
import static io.mddc.upgrade.run.UnitEvent.GO_BACK;
import static io.mddc.upgrade.run.UnitEvent.INSTALLED;
import static io.mddc.upgrade.run.UnitEvent.NO_WAY_BACK;
import static io.mddc.upgrade.run.UnitEvent.RETRY;
import static io.mddc.upgrade.run.UnitEvent.RETURN;
import static io.mddc.upgrade.run.UnitEvent.RETURNED;
import static io.mddc.upgrade.run.UnitEvent.RETURNED_BY_CANCEL;
import static io.mddc.upgrade.run.UnitEvent.RETURNED_TO_QUEUE;
import static io.mddc.upgrade.run.UnitEvent.SOAKED;
import static io.mddc.upgrade.run.UnitEvent.STEP_FAILED;
import static io.mddc.upgrade.run.UnitEvent.UPLOADED;
import static io.mddc.upgrade.run.UnitEvent.VERIFIED;
import static io.mddc.upgrade.run.UnitEvent.WENT_BACK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayDeque;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class UnitStateTest {
    @Test
    void goesThroughTheFiveSteps() {
        assertThat(after(BEGUN, UPLOADED, GO, DRAINED, INSTALLED, VERIFIED, SOAKED))
                .isEqualTo(UnitState.UPGRADED);
    }

    @Test
    void isLeftUntouchedWhenThePackageCannotBeBrought() {
        assertThat(after(BEGUN, STEP_FAILED)).isEqualTo(UnitState.SKIPPED);
    }

    @Test
    void rejoinsAndIsSkippedWhenItDoesNotRunOutOfWork() {
        assertThat(after(BEGUN, UPLOADED, GO, RETURN, RETURNED)).isEqualTo(UnitState.SKIPPED);
        assertThat(UnitState.DRAINING.on(RETURN).effects()).containsExactly(Effect.REJOIN);
    }

    @Test
    void rejoinsWhenItIsCancelledInMidDrain() {
        assertThat(after(BEGUN, UPLOADED, GO, CANCEL, RETURNED_BY_CANCEL)).isEqualTo(UnitState.CANCELLED);
    }

    @Test
    void notesACancelInMidInstallAndFinishes() {
        assertThat(after(BEGUN, UPLOADED, GO, DRAINED, CANCEL, INSTALLED, CANCEL, VERIFIED, CANCEL))
                .isEqualTo(UnitState.UPGRADED);
    }

    @Test
    void goesBackWhenItServedOnTheNewVersionAndGotWorse() {
        assertThat(UnitState.MONITORING.on(STEP_FAILED))
                .isEqualTo(new Transition(UnitState.ROLLING_BACK, Set.of(Effect.ISOLATE)));
        assertThat(after(BEGUN, UPLOADED, GO, DRAINED, INSTALLED, STEP_FAILED, CANCEL, WENT_BACK))
                .isEqualTo(UnitState.ROLLED_BACK);
    }

    @Test
    void isIsolatedForAPersonWhenItCannotGoBack() {
        var isolated = new Transition(UnitState.FAILED, Set.of(Effect.ISOLATE, Effect.NAME_A_PERSON));
        assertThat(UnitState.ROLLING_BACK.on(STEP_FAILED)).isEqualTo(isolated);
        assertThat(UnitState.MONITORING.on(NO_WAY_BACK)).isEqualTo(isolated);
    }

    @Test
    void returnsToTheQueueAndComesAgain() {
        assertThat(after(BEGUN, UPLOADED, GO, ASK, RETURN, RETURNED_TO_QUEUE, GO, DRAINED))
                .isEqualTo(UnitState.INSTALLING);
    }

    @Test
    void throwsAtAnEventItDoesNotKnow() {
        assertThatThrownBy(() -> UnitState.WAITING.on(DRAINED)).hasMessage("DRAINED cannot happen in WAITING");
    }

    @Test
    void reachesAnEndFromEveryState() {
        for (var state : UnitState.values()) {
            assertThat(reachable(state)).as("from %s", state).anyMatch(UnitState::isEnd);
        }
    }

    @Test
    void leavesEveryStateInWorkByAFailureAndAnEndOnlyByACommand() {
        for (var state : UnitState.values()) {
            if (state.isInWork()) {
                assertThat(state.allows(STEP_FAILED))
                        .as("%s has an exit", state)
                        .isTrue();
            }
            for (var event : UnitEvent.values()) {
                boolean isCommand = event == RETRY || event == GO_BACK;
                assertThat(state.isEnd() && state.allows(event) && !isCommand)
                        .as("%s leaves %s", event, state)
                        .isFalse();
            }
        }
    }

    private static UnitState after(UnitEvent... events) {
        var state = UnitState.PENDING;
        for (var event : events) {
            state = state.on(event).next();
        }
        return state;
    }

    private static Set<UnitState> reachable(UnitState from) {
        var seen = EnumSet.of(from);
        var open = new ArrayDeque<>(seen);
        while (!open.isEmpty()) {
            var state = open.pop();
            for (var event : UnitEvent.values()) {
                if (state.allows(event) && seen.add(state.on(event).next())) {
                    open.add(state.on(event).next());
                }
            }
        }
        return seen;
    }
}
