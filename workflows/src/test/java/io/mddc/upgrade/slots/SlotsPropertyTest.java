package io.mddc.upgrade.slots;

import static org.assertj.core.api.Assertions.assertThat;

import io.mddc.upgrade.cluster.InstanceId;
import io.mddc.upgrade.cluster.Tries;
import io.mddc.upgrade.plan.UnitPlan;
import io.mddc.upgrade.run.UnitState;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Whole stages by chance: a stormy time with people in it, then a quiet one in which they must come to an end. */
class SlotsPropertyTest {
    private static final int STORMY = 150;
    private static final int QUIET = 20_000;

    @Test
    void keepsItsPromisesInEveryStage() {
        Tries.each(400, random -> {
            var stage = stage(random, UnitState.UPGRADED, SimulatedUnit::new);
            storm(random, stage);
            comesToAnEnd(stage);
        });
    }

    @Test
    void keepsItsPromisesInEveryStageThatGoesBack() {
        Tries.each(200, random -> {
            var stage = stage(random, UnitState.ROLLED_BACK, SimulatedWayBack::new);
            for (int i = 0; i < STORMY; i++) {
                stage.happen(Tries.rarely(random, 6) ? stage::healthChanges : stage::progress);
            }
            comesToAnEnd(stage);
        });
    }

    private static void storm(SplittableRandom random, SimulatedStage stage) {
        var commands = List.<Runnable>of(
                stage::healthChanges,
                stage::anotherIsLost,
                stage::pause,
                stage::resume,
                stage::resume,
                stage::approve,
                stage::concurrency,
                stage::skip,
                stage::retry,
                stage::retry,
                stage::lookAround);
        for (int i = 0; i < STORMY; i++) {
            stage.happen(Tries.rarely(random, 6) ? Tries.pick(random, commands) : stage::progress);
        }
    }

    /** People answer whatever waits for them; only the minimum may keep a unit for good, and says so. */
    private static void comesToAnEnd(SimulatedStage stage) {
        stage.everybodyIsHealthy();
        for (int i = 0; i < QUIET; i++) {
            stage.resume();
            stage.approve();
            stage.lookAround();
            if (stage.isOver() || (stage.isStuck() && stage.isHeldByMinimum())) {
                return;
            }
            assertThat(stage.isStuck()).as("stuck: %s", stage).isFalse();
            IntStream.range(0, 5).forEach(any -> stage.happen(stage::progress));
        }
        assertThat(stage).as("came to no end").isNull();
    }

    private static SimulatedStage stage(
            SplittableRandom random, UnitState goal, BiFunction<UnitPlan, SplittableRandom, SimulatedUnit> kind) {
        int hosts = random.nextInt(1, 9);
        int count = random.nextInt(1, 10);
        int others = random.nextInt(3);
        var units = new LinkedHashMap<InstanceId, SimulatedUnit>();
        for (int n = 1; n <= count; n++) {
            var unit = kind.apply(Units.plan("core-" + n, "host-" + random.nextInt(hosts)), random);
            unit.healthy = !Tries.rarely(random, 4);
            units.put(unit.instance(), unit);
        }
        var rules = new Slots.Rules(
                random.nextInt(1, 6), random.nextInt(count + others), random.nextInt(4), Tries.rarely(random, 3), goal);
        return new SimulatedStage(random, rules, units, others(others));
    }

    private static Set<InstanceId> others(int count) {
        return IntStream.range(0, count)
                .mapToObj(n -> new InstanceId("other-" + n))
                .collect(Collectors.toSet());
    }
}
