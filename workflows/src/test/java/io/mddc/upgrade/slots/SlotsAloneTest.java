package io.mddc.upgrade.slots;

import static io.mddc.upgrade.slots.Units.slots;
import static io.mddc.upgrade.slots.Units.waits;
import static io.mddc.upgrade.slots.Units.waitsToGoBack;
import static org.assertj.core.api.Assertions.assertThat;

import io.mddc.upgrade.cluster.InstanceId;
import io.mddc.upgrade.run.UnitState;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Units that take more out of work than themselves, so that no other may be at work meanwhile. */
class SlotsAloneTest {
    private static final InstanceId ONE = new InstanceId("core-1");
    private static final InstanceId TWO = new InstanceId("core-2");
    private static final InstanceId THREE = new InstanceId("core-3");
    private static final Set<InstanceId> ACTIVE = Set.of(TWO, THREE, new InstanceId("core-4"));

    private final Slots slots = slots(3, 0, "a", "b", "c", "d");

    @BeforeEach
    void putOneToWork() {
        slots.moved(new InstanceId("core-4"), UnitState.UPGRADED, false);
        slots.moved(ONE, UnitState.INSTALLING, false);
    }

    @Test
    void isAloneAtOnceWhenNobodyElseIsAtWork() {
        slots.askToBeAlone(ONE);

        assertThat(slots.letAlone()).contains(ONE);
        assertThat(slots.letAlone()).isEmpty();
    }

    @Test
    void letsNobodyFromTheWishOnUntilItMovesOn() {
        waits(slots, TWO);
        slots.askToBeAlone(ONE);

        assertThat(slots.mayLetSomeone()).isFalse();
        assertThat(slots.letGo(ACTIVE)).isEmpty();
        slots.moved(ONE, UnitState.VERIFYING, false);
        assertThat(slots.mayLetSomeone()).isTrue();
        assertThat(slots.letGo(ACTIVE)).map(Slots.Go::instance).contains(TWO);
    }

    @Test
    void waitsForThoseThatAreOutAndThoseThatAreWatched() {
        slots.moved(TWO, UnitState.DRAINING, false);
        slots.moved(THREE, UnitState.MONITORING, false);
        slots.askToBeAlone(ONE);

        assertThat(slots.letAlone()).isEmpty();
        slots.moved(TWO, UnitState.SKIPPED, false);
        assertThat(slots.letAlone()).isEmpty();
        slots.moved(THREE, UnitState.UPGRADED, false);
        assertThat(slots.letAlone()).contains(ONE);
    }

    @Test
    void doesNotWaitForOneThatWaitsToGoBackItself() {
        waitsToGoBack(slots, TWO);
        slots.askToBeAlone(ONE);

        assertThat(slots.letAlone()).contains(ONE);
        assertThat(slots.letGo(ACTIVE)).isEmpty();
    }

    @Test
    void givesItToOneAfterTheOther() {
        slots.moved(TWO, UnitState.INSTALLING, false);
        slots.askToBeAlone(TWO);
        slots.askToBeAlone(ONE);

        assertThat(slots.letAlone()).contains(TWO);
        assertThat(slots.letAlone()).isEmpty();
        slots.moved(TWO, UnitState.FAILED, false);
        assertThat(slots.letAlone()).contains(ONE);
    }

    @Test
    void forgetsTheWishOfOneThatIsNotOut() {
        slots.askToBeAlone(TWO);
        waits(slots, TWO);

        assertThat(slots.letAlone()).isEmpty();
        assertThat(slots.letGo(ACTIVE)).isPresent();
    }
}
