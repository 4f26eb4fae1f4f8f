package io.mddc.upgrade.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.mddc.upgrade.cluster.Tries;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Units that anything may happen to, in any order the table allows. */
class UnitStatePropertyTest {
    private static final Set<UnitState> UNTOUCHED =
            EnumSet.of(UnitState.PENDING, UnitState.UPLOADING, UnitState.WAITING);

    @Test
    void leavesNoInstanceIsolatedWithoutAPersonWhoKnows() {
        Tries.each(3000, random -> {
            var unit = new Walk();
            for (int i = 0; i < 60 && unit.state != UnitState.FAILED; i++) {
                unit.happen(Tries.pick(random, allowed(unit.state)));
                unit.check();
            }
        });
    }

    @Test
    void comesToAnEndWhenNoCommandKeepsItFromOne() {
        Tries.each(2000, random -> {
            var state = wander(random);
            int moves = 0;
            while (!state.isEnd()) {
                state = state.on(Tries.pick(random, allowed(state))).next();
                assertThat(moves++).as("moves, now in %s", state).isLessThan(10_000);
            }
        });
    }

    @Test
    void holdsItsHostOnlyInWorkAndIsNeverInWorkAtAnEnd() {
        for (var state : UnitState.values()) {
            assertThat(state.isEnd() && state.isInWork()).as("%s", state).isFalse();
            assertThat(state.holdsHost() && !state.isInWork()).as("%s", state).isFalse();
            assertThat(state.step().isPresent() && state.isEnd())
                    .as("%s", state)
                    .isFalse();
        }
    }

    private static UnitState wander(SplittableRandom random) {
        var state = UnitState.PENDING;
        for (int i = random.nextInt(12); i > 0 && state != UnitState.FAILED; i--) {
            state = state.on(Tries.pick(random, allowed(state))).next();
        }
        return state;
    }

    /** Empty for FAILED alone: an upgraded unit may be taken back, the other ends begun anew. */
    private static List<UnitEvent> allowed(UnitState state) {
        return Arrays.stream(UnitEvent.values()).filter(state::allows).toList();
    }

    /** What the effects and the steps make of the instance. */
    private static final class Walk {
        private UnitState state = UnitState.PENDING;
        private boolean isolated;
        private boolean rejoins;
        private boolean aPersonKnows;

        void happen(UnitEvent event) {
            var transition = state.on(event);
            var effects = transition.effects();
            switch (event) {
                case GO -> isolated = true;
                case RETURNED, RETURNED_TO_QUEUE, RETURNED_BY_CANCEL -> {
                    assertThat(rejoins).as("%s was asked to rejoin", state).isTrue();
                    isolated = false;
                }
                case VERIFIED, WENT_BACK -> isolated = false;
                default -> isolated |= effects.contains(Effect.ISOLATE);
            }
            aPersonKnows = effects.contains(Effect.NAME_A_PERSON);
            rejoins = effects.contains(Effect.REJOIN) || (rejoins && transition.next() == state);
            state = transition.next();
        }

        void check() {
            if (state == UnitState.FAILED) {
                assertThat(isolated && aPersonKnows)
                        .as("FAILED is isolated, a person is named")
                        .isTrue();
            } else if (state.isEnd() || UNTOUCHED.contains(state)) {
                assertThat(isolated)
                        .as("isolated in %s, and nobody knows", state)
                        .isFalse();
            } else if (state == UnitState.RETURNING) {
                assertThat(rejoins).as("RETURNING rejoins").isTrue();
            } else if (state == UnitState.DRAINING || state == UnitState.INSTALLING) {
                assertThat(isolated).as("%s is isolated", state).isTrue();
            }
        }
    }
}
