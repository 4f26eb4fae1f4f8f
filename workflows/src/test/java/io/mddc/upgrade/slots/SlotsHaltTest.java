package io.mddc.upgrade.slots;

import static io.mddc.upgrade.slots.Units.plans;
import static io.mddc.upgrade.slots.Units.slots;
import static io.mddc.upgrade.slots.Units.waits;
import static io.mddc.upgrade.slots.Units.waitsToGoBack;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mddc.upgrade.cluster.InstanceId;
import io.mddc.upgrade.run.UnitState;
import io.mddc.upgrade.slots.Slots.Go;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** When nobody goes, and what is old news. */
class SlotsHaltTest {
    private static final InstanceId ONE = new InstanceId("core-1");
    private static final InstanceId TWO = new InstanceId("core-2");
    private static final Set<InstanceId> ALL = Set.of(ONE, TWO, new InstanceId("core-3"));

    @Test
    void letsAndBeginsNobodyWhilePaused() {
        var slots = slots(1, 0, "a", "b");
        waits(slots, ONE);
        slots.pause();

        assertThat(slots.isPaused()).isTrue();
        assertThat(slots.mayLetSomeone()).isFalse();
        assertThat(slots.letGo(ALL)).isEmpty();
        assertThat(slots.toBegin(ALL)).isEmpty();
        slots.resume();
        assertThat(slots.toBegin(ALL)).isEmpty();
        assertThat(slots.letGo(ALL)).contains(new Go(ONE, true));
        assertThat(slots.toBegin(ALL)).contains(TWO);
    }

    @Test
    void isIdleOnlyWhenAllThatWereBegunHaveEnded() {
        var slots = slots(1, 0, "a", "b");
        assertThat(slots.isIdle()).isTrue();
        assertThat(slots.hasPending()).isTrue();
        waits(slots, ONE, TWO);
        assertThat(slots.isIdle()).isFalse();
        assertThat(slots.hasPending()).isFalse();
        assertThat(slots.hasUnbegun()).isTrue();
        slots.moved(ONE, UnitState.SKIPPED, false);
        slots.moved(TWO, UnitState.MONITORING, false);
        assertThat(slots.isIdle()).isFalse();
        assertThat(slots.hasUnbegun()).isFalse();
        slots.moved(TWO, UnitState.UPGRADED, false);
        assertThat(slots.isIdle()).isTrue();
    }

    @Test
    void countsOneThatAskedAgainWhileItWasBeingLetAsOut() {
        var slots = slots(3, 2, "a", "b", "c");
        waitsToGoBack(slots, TWO);
        assertThat(slots.letGo(ALL)).map(Go::instance).contains(TWO);
        waitsToGoBack(slots, ONE);
        slots.moved(TWO, UnitState.ROLLING_BACK, true);

        assertThat(slots.letGo(ALL)).isEmpty();
        assertThat(slots.heldByMinimum(ALL)).contains(ONE);
    }

    @Test
    void forgetsAWordThatItsEndHasOvertaken() {
        var slots = slots(1, 0, "a");
        slots.moved(ONE, UnitState.CANCELLED, false);
        slots.moved(ONE, UnitState.RETURNING, false);

        assertThat(slots.state(ONE)).isEqualTo(UnitState.CANCELLED);
        assertThat(slots.isIdle()).isTrue();
        slots.retry(ONE);
        assertThat(slots.hasPending()).isTrue();
    }

    @Test
    void spendsTheWholeBudgetOnACanaryAndLetsOneMoreFailAfterAResume() {
        var slots = new Slots(new Slots.Rules(2, 0, 3, false, UnitState.UPGRADED), plans("a", "b", "c"));
        slots.moved(ONE, UnitState.ROLLED_BACK, false);
        assertThat(slots.isSpent()).isTrue();
        waits(slots, TWO);
        assertThat(slots.letGo(ALL)).isEmpty();
        assertThat(slots.toBegin(ALL)).isEmpty();

        slots.resume();
        assertThat(slots.isSpent()).isFalse();
        assertThat(slots.letGo(ALL)).contains(new Go(TWO, true));
        slots.moved(TWO, UnitState.FAILED, false);
        assertThat(slots.isSpent()).isTrue();
        assertThat(slots.failures()).isEqualTo(2);
    }

    @Test
    void waitsForAnApprovalAfterTheCanary() {
        var slots = new Slots(new Slots.Rules(2, 0, 1, true, UnitState.UPGRADED), plans("a", "b"));
        assertThat(slots.awaitsApproval()).isFalse();
        slots.moved(ONE, UnitState.UPGRADED, false);
        waits(slots, TWO);

        assertThat(slots.awaitsApproval()).isTrue();
        assertThat(slots.letGo(ALL)).isEmpty();
        slots.approve();
        assertThat(slots.letGo(ALL)).contains(new Go(TWO, false));
    }

    @Test
    void refusesWhatItDoesNotKnow() {
        var slots = slots(1, 0, "a");

        assertThat(slots.knows(TWO)).isFalse();
        assertThatThrownBy(() -> slots.state(TWO)).hasMessage("core-2 is not a unit of this stage");
        assertThatThrownBy(() -> slots.setConcurrency(0)).hasMessage("concurrency is 0: allowed is 1 or more");
    }
}
