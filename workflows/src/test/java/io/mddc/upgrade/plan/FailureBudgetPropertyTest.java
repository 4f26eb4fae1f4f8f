package io.mddc.upgrade.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.mddc.upgrade.cluster.Tries;
import org.junit.jupiter.api.Test;

class FailureBudgetPropertyTest {
    @Test
    void aShareIsNeverMoreThanItSaysAndNeverNothing() {
        Tries.each(2000, random -> {
            int percent = random.nextInt(1, 101);
            int units = random.nextInt(1, 5000);

            int budget = new FailureBudget(percent + "%").of(units);

            assertThat(budget).as("%s%% of %s", percent, units).isBetween(1, units);
            assertThat(budget == 1 || budget * 100L <= (long) units * percent).isTrue();
            assertThat((budget + 1) * 100L).isGreaterThan((long) units * percent);
            assertThat(new FailureBudget(percent + "%").of(units + 1)).isGreaterThanOrEqualTo(budget);
        });
    }

    @Test
    void aCountIsTheSameForEveryStage() {
        Tries.each(500, random -> {
            int count = random.nextInt(1, 10_000);

            assertThat(new FailureBudget(Integer.toString(count)).of(random.nextInt(1, 5000)))
                    .isEqualTo(count);
        });
    }
}
