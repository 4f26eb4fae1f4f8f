package io.mddc.upgrade.slots;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mddc.upgrade.cluster.InstanceId;
import io.mddc.upgrade.plan.UnitPlan;
import io.mddc.upgrade.run.UnitState;
import io.mddc.upgrade.slots.Slots.Go;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

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
        waits(slots, ONE, TWO, THREE);

        assertThat(slots.letGo(active("core-1", "core-2"))).contains(new Go(THREE, true));
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

    private static List<String> begin(Slots slots, Set<InstanceId> active) {
        return IntStream.range(0, 2)
                .mapToObj(any -> slots.toBegin(active))
                .flatMap(Optional::stream)
                .peek(next -> slots.moved(next, UnitState.UPLOADING, false))
                .map(InstanceId::value)
                .toList();
    }

    private static void waits(Slots slots, InstanceId... instances) {
        Arrays.stream(instances).forEach(instance -> slots.moved(instance, UnitState.WAITING, true));
    }

    private static void waitsToGoBack(Slots slots, InstanceId instance) {
        slots.moved(instance, UnitState.MONITORING, false);
        slots.moved(instance, UnitState.ROLLING_BACK, false);
        slots.moved(instance, UnitState.ROLLING_BACK, true);
    }

    private static Slots slots(int concurrency, int minimum, String... hosts) {
        return new Slots(new Slots.Rules(concurrency, minimum, 1, false, UnitState.UPGRADED), plans(hosts));
    }

    private static List<UnitPlan> plans(String... hosts) {
        return IntStream.range(0, hosts.length)
                .mapToObj(n -> Units.plan("core-" + (n + 1), hosts[n]))
                .toList();
    }

    private static String[] hosts(int count) {
        return IntStream.range(0, count).mapToObj(n -> "host-" + n).toArray(String[]::new);
    }

    private static Set<InstanceId> active(String... instances) {
        return Arrays.stream(instances).map(InstanceId::new).collect(Collectors.toSet());
    }
}
