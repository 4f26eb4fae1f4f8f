package io.mddc.upgrade.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mddc.upgrade.contract.HostOrders.Monitor;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MonitorInstanceTest {
    private final OneInstance host = new OneInstance();
    private final AtomicInteger beats = new AtomicInteger();

    @AfterEach
    void close() {
        host.close();
    }

    @Test
    void watchesUntilItIsCancelledWhenNothingGetsWorse() {
        host.core.finishes(999, 20);

        assertThatThrownBy(this::monitor).isInstanceOf(CancellationException.class);
    }

    @Test
    void seesARestart() {
        host.startedAt(OneInstance.STARTED.plusSeconds(30));

        assertThat(monitor()).startsWith("it was restarted");
    }

    @Test
    void seesFewerEngines() {
        host.core.engines(2, "20261101");

        assertThat(monitor()).isEqualTo("2 engines are active, before there were 3");
    }

    @Test
    void seesAHigherShareOfFailedFilesOnceThereAreEnough() {
        host.core.finishes(18, 1);
        assertThatThrownBy(this::monitor).isInstanceOf(CancellationException.class);

        host.core.finishes(1, 0);
        assertThat(monitor()).isEqualTo("1 of 20 files failed since it was verified");
    }

    @Test
    void seesThatItIsNotReadyForTooLong() {
        host.core.becomesUnready();

        assertThat(monitorFor(3)).startsWith("not ready for more than PT1.2S");
    }

    @Test
    void forgivesAShortTimeOfNotBeingReady() {
        host.core.becomesUnready();

        assertThatThrownBy(this::monitor).isInstanceOf(CancellationException.class);
    }

    private String monitor() {
        return monitorFor(2);
    }

    /** The engine cancels it at that beat, and there is one each second. */
    private String monitorFor(int cancelledAtBeat) {
        beats.set(0);
        var heartbeat = new Heartbeat(Duration.ofMillis(10), details -> {
            if (beats.incrementAndGet() >= cancelledAtBeat) {
                throw new CancellationException();
            }
        });
        var order = new Monitor(OneInstance.CORE, OneInstance.BEFORE, Duration.ofMillis(50));
        var notReady = Duration.ofMillis(1200);
        return new MonitorInstance(host.instances(), heartbeat, notReady)
                .monitor(order)
                .sentence();
    }
}
