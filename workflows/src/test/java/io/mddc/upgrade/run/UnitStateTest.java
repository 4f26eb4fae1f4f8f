package io.mddc.upgrade.run;

import static io.mddc.upgrade.run.UnitEvent.BEGUN;
import static io.mddc.upgrade.run.UnitEvent.CANCEL;
import static io.mddc.upgrade.run.UnitEvent.DRAINED;
import static io.mddc.upgrade.run.UnitEvent.DRAIN_LIMIT_PASSED;
import static io.mddc.upgrade.run.UnitEvent.GO;
import static io.mddc.upgrade.run.UnitEvent.INSTALLED;
import static io.mddc.upgrade.run.UnitEvent.RETURNED;
import static io.mddc.upgrade.run.UnitEvent.RETURNED_BY_CANCEL;
import static io.mddc.upgrade.run.UnitEvent.SOAKED;
import static io.mddc.upgrade.run.UnitEvent.STEP_FAILED;
import static io.mddc.upgrade.run.UnitEvent.UPLOADED;
import static io.mddc.upgrade.run.UnitEvent.VERIFIED;
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
        assertThat(after(BEGUN, UPLOADED, GO, DRAIN_LIMIT_PASSED, RETURNED)).isEqualTo(UnitState.SKIPPED);
        assertThat(UnitState.DRAINING.on(DRAIN_LIMIT_PASSED).effects()).containsExactly(Effect.REJOIN);
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
    void isIsolatedForAPersonWhenItServedOnTheNewVersionAndGotWorse() {
        assertThat(UnitState.MONITORING.on(STEP_FAILED))
                .isEqualTo(new Transition(UnitState.FAILED, Set.of(Effect.ISOLATE, Effect.NAME_A_PERSON)));
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
    void leavesEveryStateInWorkByAFailureAndNoEndByAnything() {
        for (var state : UnitState.values()) {
            if (state.isInWork()) {
                assertThat(state.allows(STEP_FAILED))
                        .as("%s has an exit", state)
                        .isTrue();
            }
            for (var event : UnitEvent.values()) {
                assertThat(state.isEnd() && state.allows(event))
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
