package io.mddc.upgrade.workflow;

import static io.mddc.upgrade.run.UnitState.INSTALLING;
import static io.mddc.upgrade.run.UnitState.ROLLED_BACK;
import static io.mddc.upgrade.run.UnitState.ROLLING_BACK;
import static io.mddc.upgrade.run.UnitState.UPGRADED;
import static io.mddc.upgrade.run.UnitState.VERIFYING;
import static org.assertj.core.api.Assertions.assertThat;

import io.mddc.upgrade.plan.Policies;
import io.mddc.upgrade.run.Outcome;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A package that wants its host to be started again. */
@Timeout(120)
class RebootTest {
    private final UpgradeRun run = UpgradeRun.of(2, Policies.DEFAULT);

    @BeforeEach
    void startUntilItWaits() {
        run.host(1).fails("needs reboot", "asked for by md-core");
        run.start();
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() ->
                        run.waitsForPersons().anyMatch(wait -> wait.sentence().contains("reboot")));
    }

    @AfterEach
    void close() {
        run.close();
    }

    @Test
    void thePersonWhoseHostItIsIsToldAndNothingIsVerifiedBefore() {
        assertThat(run.waitsForPersons()).anySatisfy(wait -> {
            assertThat(wait.sentence()).isEqualTo("core-1 needs reboot of host-1: asked for by md-core.");
            assertThat(wait.person()).isEqualTo("the administrator of host-1");
        });
        assertThat(run.states(1)).endsWith(INSTALLING);
        assertThat(run.host(1).done()).doesNotContain("verify");
        assertThat(run.host(1).isIsolated()).isTrue();
    }

    @Test
    void goesOnAfterTheReboot() {
        run.host(1).reboots();

        assertThat(run.outcome()).isEqualTo(Outcome.SUCCEEDED);
        assertThat(run.states(1)).containsSubsequence(INSTALLING, VERIFYING, UPGRADED);
        assertThat(run.host(1).isIsolated()).isFalse();
    }

    @Test
    void anAbortPutsTheFormerPackageBack() {
        run.abort("no reboot tonight");

        assertThat(run.outcome()).isEqualTo(Outcome.ABORTED);
        assertThat(run.states(1)).containsSubsequence(INSTALLING, ROLLING_BACK, ROLLED_BACK);
        assertThat(run.host(1).isIsolated()).isFalse();
        assertThat(run.host(2).isIsolated()).isFalse();
    }
}
