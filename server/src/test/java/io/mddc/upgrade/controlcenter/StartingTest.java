package io.mddc.upgrade.controlcenter;

import static org.assertj.core.api.Assertions.assertThat;

import io.mddc.upgrade.controlcenter.Api.Answer;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

class StartingTest extends WithTwoCores {
    @Test
    void theSameKeyTwiceStartsOneAndAnotherContentIsRefused() {
        var key = key();
        var first = start(key, TO_17);
        var again = start(key, TO_17.replace(":", " : "));
        var other = start(key, ORDER.formatted("5.16.0-1"));

        assertThat(first.status()).isEqualTo(201);
        assertThat(first.header("Location")).endsWith(UPGRADES + "/" + first.text("id"));
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.text("id")).isEqualTo(first.text("id"));
        assertThat(other.problem()).isEqualTo("422 /problems/idempotency-key-reused");
    }

    @Test
    void aSecondStartIsRefusedNamingTheFirst() {
        var first = start(key(), TO_17);

        var second = start(key(), TO_17);

        assertThat(second.problem()).isEqualTo("409 /problems/cluster-held");
        assertThat(second.text("upgradeId")).isEqualTo(first.text("id"));
    }

    @Test
    void ofManyStartsAtOnceOneTakesTheCluster() throws Exception {
        var same = key();
        var threads = Executors.newFixedThreadPool(8);
        try {
            var starts = java.util.stream.IntStream.range(0, 16)
                    .<Callable<Answer>>mapToObj(i -> () -> start(i % 2 == 0 ? same : key(), TO_17))
                    .toList();
            var problems = new ArrayList<String>();
            for (var answer : threads.invokeAll(starts)) {
                problems.add(answer.get().problem());
            }

            assertThat(problems).filteredOn("201"::equals).hasSize(1);
            assertThat(problems).allMatch(problem -> problem.matches("20[01]|409 /problems/cluster-held"));
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void aBlockedPlanIsRefusedWithItsFindings() {
        var answer = start(key(), ORDER.formatted("9.9.9-1"));

        assertThat(answer.problem()).isEqualTo("409 /problems/plan-blocked");
        assertThat(answer.json().path("findings").path(0).path("code").asText()).isEqualTo("PACKAGE_MISSING");
        assertThat(answer.json().path("findings").path(0).path("blocking").asBoolean())
                .isTrue();
    }
}
