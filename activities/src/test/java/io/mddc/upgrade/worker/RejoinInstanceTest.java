package io.mddc.upgrade.worker;

import static org.assertj.core.api.Assertions.assertThat;

import io.mddc.upgrade.cluster.UpgradeId;
import io.mddc.upgrade.contract.HostOrders.Rejoin;
import io.mddc.upgrade.contract.Rejoined;
import java.time.Duration;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RejoinInstanceTest {
    private final OneInstance host = new OneInstance();

    @AfterEach
    void close() {
        host.close();
    }

    @Test
    void endsOurIsolationAndSeesTheInstanceTakeWork() {
        host.core.isolatedBy("upgrade/2026-11-22-1");

        assertThat(rejoin(Duration.ofSeconds(10)).eligible()).isTrue();
        assertThat(host.core.isolationOwner()).isEmpty();
        assertThat(rejoin(Duration.ofSeconds(10)).eligible()).isTrue();
    }

    @Test
    void leavesAnothersIsolationAndSaysWhose() {
        host.core.isolatedBy("dana");

        var rejoined = rejoin(Duration.ofSeconds(10));

        assertThat(rejoined.eligible()).isFalse();
        assertThat(rejoined.isolatedBy()).isEqualTo("dana");
        assertThat(host.core.isolationOwner()).contains("dana");
    }

    @Test
    void saysWhenItIsNotSeenTakingWorkInTime() {
        host.core.isolatedBy("upgrade/2026-11-22-1").becomesUnready();

        var rejoined = rejoin(Duration.ofMillis(200));

        assertThat(rejoined.eligible()).isFalse();
        assertThat(rejoined.sentence()).contains("not ready");
        assertThat(host.core.isolationOwner()).isEmpty();
    }

    @Test
    void isNotWaitedForWithoutAProcess() {
        host.dead();

        var rejoined = rejoin(Duration.ofMillis(200));

        assertThat(rejoined)
                .isEqualTo(new Rejoined(
                        false, "", "it has no process for PT0.2S, so our isolation of it could not be ended"));
    }

    @Test
    void isGivenUpWhenItsProcessStaysSilent() {
        host.core.saying("/admin/isolation", "<html>");

        var rejoined = rejoin(Duration.ofMillis(100));

        assertThat(rejoined.eligible()).isFalse();
        assertThat(rejoined.isolatedBy()).isEmpty();
        assertThat(rejoined.sentence())
                .contains("could not be ended within PT0.3S")
                .contains("not JSON");
    }

    @Test
    void endsTheIsolationOfOneThatAnswersLate() {
        host.core.isolatedBy("upgrade/2026-11-22-1").silent();

        var rejoined = rejoin(Duration.ofSeconds(10), look -> {
            if (look == 5) {
                host.core.quietAgain();
            }
        });

        assertThat(rejoined.eligible()).isTrue();
    }

    private Rejoined rejoin(Duration eligible) {
        return rejoin(eligible, look -> {});
    }

    /** Does something before each look; the first look is number 1. */
    private Rejoined rejoin(Duration eligible, Consumer<Integer> before) {
        return new RejoinInstance(host.instances(), OneInstance.stepping(before))
                .rejoin(new Rejoin(OneInstance.CORE, new UpgradeId("2026-11-22-1"), eligible));
    }
}
