package io.mddc.upgrade.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mddc.upgrade.cluster.UpgradeId;
import io.mddc.upgrade.contract.HostOrders.Rejoin;
import io.mddc.upgrade.contract.Rejoined;
import io.mddc.upgrade.worker.component.ComponentSilent;
import java.time.Duration;
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
        assertThat(rejoined.sentence()).contains("dana");
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
    void isTriedAgainWhenTheIsolationCouldNotBeEnded() {
        host.core.saying("/admin/isolation", "<html>");

        assertThatThrownBy(() -> rejoin(Duration.ofMillis(200)))
                .isInstanceOf(ComponentSilent.class)
                .hasMessageContaining("could not be ended");
    }

    private Rejoined rejoin(Duration eligible) {
        return new RejoinInstance(host.instances(), OneInstance.heartbeat())
                .rejoin(new Rejoin(OneInstance.CORE, new UpgradeId("2026-11-22-1"), eligible));
    }
}
