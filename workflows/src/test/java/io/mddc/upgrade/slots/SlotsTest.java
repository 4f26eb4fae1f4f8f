package io.mddc.upgrade.slots;

import static io.mddc.upgrade.slots.Units.slots;
import static io.mddc.upgrade.slots.Units.waits;
import static io.mddc.upgrade.slots.Units.waitsToGoBack;
import static org.assertj.core.api.Assertions.assertThat;

import io.mddc.upgrade.cluster.InstanceId;
import io.mddc.upgrade.run.UnitState;
import io.mddc.upgrade.slots.Slots.Go;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Who goes when. */
class SlotsTest {
    private static final InstanceId ONE = new InstanceId("core-1");
    private static final InstanceId TWO = new InstanceId("core-2");
    private static final InstanceId THREE = new InstanceId("core-3");
    private static final Set<InstanceId> ALL = Set.of(ONE, TWO, THREE);

    @Test
    void beginsOneHealthyAndOneSickAheadOfTheirTurn() {
        var slots = slots(4, 1, "a", "b", "c", "d");
        var active = active("core-2", "core-3");

        assertThat(begin(slots, active)).containsExactly("core-2", "core-1");
        assertThat(slots.toBegin(active)).isEmpty();
    }

    @Test
    void takesAHealthyCanaryAndThenTheSick() {
        var slots = slots(1, 1, "a", "b", "c");
        waits(slots, ONE, TWO, THREE);
        var active = active("core-2", "core-3");

        assertThat(slots.letGo(active)).contains(new Go(TWO, true));
        assertThat(slots.letGo(active)).isEmpty();
        slots.moved(TWO, UnitState.UPGRADED, false);
        assertThat(slots.letGo(active)).contains(new Go(ONE, false));
        slots.moved(ONE, UnitState.UPGRADED, false);
        assertThat(slots.letGo(ALL)).contains(new Go(THREE, false));
    }

    @Test
    void takesASickCanaryWhenTheMinimumLetsNoHealthyOneGo() {
        var slots = slots(1, 2, "a", "b", "c");
        slots.moved(ONE, UnitState.UPLOADING, false);
        waits(slots, TWO, THREE);

        assertThat(slots.letGo(active("core-1", "core-2"))).contains(new Go(THREE, true));
    }

    @Test
    void saysThatTheMinimumHoldsAUnitOnlyWhenItHasASlot() {
        var slots = slots(1, 3, "a", "b", "c");
        waits(slots, ONE);
        assertThat(slots.heldByMinimum(ALL)).contains(ONE);
        slots.moved(TWO, UnitState.MONITORING, false);

        assertThat(slots.heldByMinimum(ALL)).isEmpty();
        assertThat(slots.mayLetSomeone()).isFalse();
    }

    @Test
    void waitsForAHealthyCanaryThatStillUploads() {
        var slots = slots(1, 1, "a", "b", "c");
        var active = active("core-2", "core-3");
        slots.moved(TWO, UnitState.UPLOADING, false);
        waits(slots, ONE);

        assertThat(slots.letGo(active)).isEmpty();
        slots.moved(TWO, UnitState.SKIPPED, false);
        assertThat(slots.letGo(active)).contains(new Go(ONE, true));
    }

    @Test
    void doublesItsSlotsWithEachSuccessUpToTheConcurrency() {
        var slots = slots(5, 0, hosts(20));
        assertThat(slots.size()).isEqualTo(1);
        for (int success = 1; success <= 4; success++) {
            slots.moved(new InstanceId("core-" + success), UnitState.UPGRADED, false);
            assertThat(slots.size()).isEqualTo(Math.min(1 << success, 5));
        }
        slots.setConcurrency(3);
        assertThat(slots.size()).isEqualTo(3);
    }

    @Test
    void keepsTheMinimumAlsoForThoseThatAreNotSeenAsInactiveYet() {
        var slots = slots(3, 1, "a", "b", "c");
        slots.moved(ONE, UnitState.UPGRADED, false);
        waits(slots, TWO, THREE);

        assertThat(slots.letGo(active("core-2", "core-3"))).contains(new Go(TWO, false));
        assertThat(slots.letGo(active("core-2", "core-3"))).isEmpty();
        assertThat(slots.heldByMinimum(active("core-2", "core-3"))).contains(THREE);
        assertThat(slots.activeWithout(active("core-2", "core-3", "other"))).isEqualTo(2);
    }

    @Test
    void letsTwoOfOneHostGoOnlyOneAfterTheOther() {
        var slots = slots(3, 0, "a", "b", "b");
        slots.moved(ONE, UnitState.UPGRADED, false);
        waits(slots, TWO, THREE);

        assertThat(slots.letGo(ALL)).contains(new Go(TWO, false));
        slots.moved(TWO, UnitState.VERIFYING, false);
        assertThat(slots.letGo(ALL)).isEmpty();
        assertThat(slots.heldByMinimum(ALL)).isEmpty();
        slots.moved(TWO, UnitState.MONITORING, false);
        assertThat(slots.letGo(ALL)).contains(new Go(THREE, false));
    }

    @Test
    void takesAReturnedUnitLast() {
        var slots = slots(1, 1, "a", "b");
        slots.moved(ONE, UnitState.RETURNING, false);
        waits(slots, ONE, TWO);

        assertThat(slots.letGo(ALL)).contains(new Go(TWO, true));
    }

    @Test
    void letsAUnitBackFirstAndWithoutASlot() {
        var slots = slots(1, 1, "a", "b", "c");
        waits(slots, ONE);
        slots.letGo(ALL);
        slots.pause();
        waitsToGoBack(slots, ONE);
        waits(slots, TWO);

        assertThat(slots.mayLetSomeone()).isTrue();
        assertThat(slots.heldByMinimum(active("core-1"))).contains(ONE);
        assertThat(slots.letGo(active("core-1"))).isEmpty();
        assertThat(slots.letGo(ALL)).map(Go::instance).contains(ONE);
        assertThat(slots.letGo(ALL)).isEmpty();
    }

    private static List<String> begin(Slots slots, Set<InstanceId> active) {
        return IntStream.range(0, 2)
                .mapToObj(any -> slots.toBegin(active))
                .flatMap(Optional::stream)
                .peek(next -> slots.moved(next, UnitState.UPLOADING, false))
                .map(InstanceId::value)
                .toList();
    }

    private static String[] hosts(int count) {
        return IntStream.range(0, count).mapToObj(n -> "host-" + n).toArray(String[]::new);
    }

    private static Set<InstanceId> active(String... instances) {
        return Arrays.stream(instances).map(InstanceId::new).collect(Collectors.toSet());
    }
}
