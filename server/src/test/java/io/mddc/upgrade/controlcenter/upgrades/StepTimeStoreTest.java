package io.mddc.upgrade.controlcenter.upgrades;

import static io.mddc.upgrade.controlcenter.upgrades.Examples.CORE_1;
import static io.mddc.upgrade.controlcenter.upgrades.Examples.CORE_2;
import static io.mddc.upgrade.controlcenter.upgrades.Examples.FIRST;
import static io.mddc.upgrade.controlcenter.upgrades.Examples.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.mddc.upgrade.cluster.Component;
import io.mddc.upgrade.cluster.InstanceId;
import io.mddc.upgrade.controlcenter.store.OnBothDatabases;
import io.mddc.upgrade.run.Step;
import io.mddc.upgrade.run.UnitState;
import io.mddc.upgrade.run.WaitReason;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.ClassTemplate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ClassTemplate
@ExtendWith(OnBothDatabases.class)
class StepTimeStoreTest {
    @Test
    void countsStepsOfUpgradedUnitsAndWaysBackOfThoseThatWentBack(Jdbi jdbi) {
        Examples.started(jdbi);
        step(jdbi, CORE_1, Step.DRAIN, 1, 31);
        step(jdbi, CORE_1, Step.INSTALL, 31, 36);
        step(jdbi, CORE_2, Step.DRAIN, 40, 45);
        step(jdbi, CORE_2, Step.WAY_BACK, 45, 105);

        assertThat(latest(jdbi, Component.CORE, 9)).isEmpty();
        end(jdbi, CORE_1, UnitState.UPGRADED);
        end(jdbi, CORE_2, UnitState.ROLLED_BACK);
        step(jdbi, CORE_1, Step.VERIFY, 36, 36);
        jdbi.useExtension(PlanDao.class, plans -> plans.reopenStep(FIRST, CORE_1, Step.VERIFY));

        assertThat(latest(jdbi, Component.CORE, 9)).isEqualTo("WAY_BACK PT1M, INSTALL PT5S, DRAIN PT30S");
        assertThat(latest(jdbi, Component.CORE, 1)).isEqualTo("WAY_BACK PT1M");
        assertThat(latest(jdbi, Component.API_GATEWAY, 9)).isEmpty();
    }

    private static String latest(Jdbi jdbi, Component component, int limit) {
        return String.join(
                ", ",
                jdbi.onDemand(StepTimeDao.class).listLatest(component, limit).stream()
                        .map(taken -> taken.step() + " " + taken.duration())
                        .toList());
    }

    private static void step(Jdbi jdbi, InstanceId instance, Step step, int from, int to) {
        jdbi.useExtension(PlanDao.class, plans -> {
            plans.insertStep(FIRST, instance, step, NOON.plusSeconds(from));
            plans.endSteps(FIRST, instance, NOON.plusSeconds(to));
        });
    }

    private static void end(Jdbi jdbi, InstanceId instance, UnitState state) {
        jdbi.useExtension(PlanDao.class, plans -> plans.updateUnit(FIRST, instance, state, "", WaitReason.NOTHING));
    }
}
