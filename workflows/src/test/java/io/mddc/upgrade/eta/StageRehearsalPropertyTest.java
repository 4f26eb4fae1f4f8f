package io.mddc.upgrade.eta;

import static org.assertj.core.api.Assertions.assertThat;

import io.mddc.upgrade.cluster.Component;
import io.mddc.upgrade.cluster.InstanceId;
import io.mddc.upgrade.cluster.Tries;
import io.mddc.upgrade.plan.Policies;
import io.mddc.upgrade.plan.Policy;
import io.mddc.upgrade.plan.StepTimes;
import io.mddc.upgrade.plan.UnitPlan;
import io.mddc.upgrade.run.Step;
import io.mddc.upgrade.run.UnitState;
import io.mddc.upgrade.slots.Slots;
import java.time.Duration;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Whole stages by chance, looked at in the middle of something. */
class StageRehearsalPropertyTest {
    private static final Policy POLICY = new Policies.Builder()
            .soak(Duration.ofSeconds(40), Duration.ofSeconds(7))
            .build();

    @Test
    void isTheTruthWhereTheStepTimesAreKnown() {
        Tries.each(200, random -> {
            var truth = stage(random);
            truth.liveTo(random.nextInt(300));
            var left = truth.left();
            var seen = truth.seen();

            var ends = new StageRehearsal(seen, truth.rules(), new StageTimes(seen, POLICY, StepTimes.NONE), truth)
                    .run(Stages.at(truth.now()), Stages.at(0));

            var lived = truth.liveOn();
            lived.keySet().retainAll(left);
            assertThat(ends).isEqualTo(lived);
        });
    }

    private static TimedStage stage(SplittableRandom random) {
        int count = random.nextInt(1, 10);
        int hosts = random.nextInt(1, count + 3);
        var plans = IntStream.rangeClosed(1, count)
                .mapToObj(n -> Stages.plan(Component.CORE, "core-" + n, "host-" + random.nextInt(hosts)))
                .toList();
        var rules = new Slots.Rules(random.nextInt(1, 6), random.nextInt(count), 1, false, UnitState.UPGRADED);
        return new TimedStage(plans, rules, seconds(random, plans), POLICY.soak());
    }

    private static Map<InstanceId, Map<Step, Integer>> seconds(SplittableRandom random, List<UnitPlan> plans) {
        var seconds = new HashMap<InstanceId, Map<Step, Integer>>();
        for (var plan : plans) {
            var ofUnit = new EnumMap<Step, Integer>(Step.class);
            Step.ofUnits().forEach(step -> ofUnit.put(step, random.nextInt(1, 60)));
            seconds.put(plan.instance(), ofUnit);
        }
        return seconds;
    }
}
