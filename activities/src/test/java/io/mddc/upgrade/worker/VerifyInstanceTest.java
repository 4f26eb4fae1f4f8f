package io.mddc.upgrade.worker;

import static org.assertj.core.api.Assertions.assertThat;

import io.mddc.upgrade.cluster.Version;
import io.mddc.upgrade.contract.Baseline;
import io.mddc.upgrade.contract.HostMoment;
import io.mddc.upgrade.contract.HostOrders.Verify;
import io.mddc.upgrade.contract.Verification;
import io.mddc.upgrade.worker.control.HostClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class VerifyInstanceTest {
    private static final Instant BEGAN = OneInstance.STARTED.plusSeconds(100);
    private static final Instant NEW = BEGAN.plusSeconds(3);
    private static final Duration UPTIME_AT_BEGIN = OneInstance.UPTIME.plusSeconds(100);

    private final OneInstance host = new OneInstance();
    private Optional<HostMoment> beganByUptime = Optional.empty();

    @BeforeEach
    void upgrade() {
        host.startedAt(NEW).core.version("5.17.0").restarts();
    }

    @AfterEach
    void close() {
        host.close();
    }

    @Test
    void callsANewReadyProcessOfTheTargetThatKnowsTheAnswersFit() {
        assertThat(verify(Duration.ofSeconds(10)))
                .isEqualTo(new Verification.Fit("5.17.0", new Baseline(NEW, 3, "20261101", 0, 0)));
    }

    @Test
    void doesNotTakeTheFormerProcessForTheNewOne() {
        host.startedAt(BEGAN.minusSeconds(1));

        assertThat(sentence(verify(Duration.ofMillis(200)))).contains("before the install began");
    }

    @Test
    void knowsTheNewProcessThoughTheClockWasSetBack() {
        beganByUptime = HostClock.boot().map(boot -> new HostMoment(boot, UPTIME_AT_BEGIN));
        host.startedAt(BEGAN.minusSeconds(3600), UPTIME_AT_BEGIN.plusSeconds(3));

        assertThat(verify(Duration.ofSeconds(10))).isInstanceOf(Verification.Fit.class);
    }

    @Test
    void knowsTheFormerProcessThoughTheClockWasSetForward() {
        beganByUptime = HostClock.boot().map(boot -> new HostMoment(boot, UPTIME_AT_BEGIN));
        host.startedAt(BEGAN.plusSeconds(3600), UPTIME_AT_BEGIN.minusSeconds(3));

        assertThat(sentence(verify(Duration.ofMillis(200)))).contains("before the install began");
    }

    @Test
    void comparesNoUptimeWithThatOfAnotherBoot() {
        beganByUptime = Optional.of(new HostMoment("another", UPTIME_AT_BEGIN));
        host.startedAt(NEW, Duration.ofSeconds(20));

        assertThat(verify(Duration.ofSeconds(10))).isInstanceOf(Verification.Fit.class);
    }

    @Test
    void callsAServiceThatStaysWithoutAProcessUnfitLongBeforeTheLimit() {
        host.dead();

        assertThat(sentence(verify(Duration.ofHours(1))))
                .isEqualTo(
                        "it does not run: its service has no process for PT0.3S, and the host does not call it running");
    }

    @Test
    void waitsForAProcessWhileTheHostCallsTheServiceRunning() {
        host.withoutPidFile();

        assertThat(sentence(verify(OneInstance.NO_PROCESS.multipliedBy(2))))
                .contains("still: the service has no process");
    }

    @Test
    void waitsForAServiceThatStartsLate() {
        host.stopped();

        var verification = verify(Duration.ofSeconds(10), look -> {
            if (look == 5) {
                host.startedAt(NEW);
            }
        });

        assertThat(verification).isInstanceOf(Verification.Fit.class);
    }

    @Test
    void callsAProcessOfAnotherVersionUnfitAtOnceThoughItIsNotReady() {
        host.core.version("5.16.0").becomesUnready();

        assertThat(sentence(verify(Duration.ofHours(1)))).isEqualTo("it runs '5.16.0', expected '5.17.0'");
    }

    @Test
    void callsOneThatMissesAnInfectionUnfitAtOnce() {
        host.core.missesInfections();

        assertThat(sentence(verify(Duration.ofHours(1))))
                .isEqualTo("its verdict on known-infected.txt is 'No Threat Detected', expected 'Infected'");
    }

    @Test
    void callsOneThatIsNeverReadyUnfitAfterTheLimit() {
        host.core.becomesUnready();

        assertThat(sentence(verify(Duration.ofMillis(200))))
                .isEqualTo("after PT0.2S still: it says that it is not ready");
    }

    @Test
    void wantsNoFewerEnginesAndNoOlderDefinitionsThanBefore() {
        host.core.engines(2, "20261101");
        assertThat(sentence(verify(Duration.ofMillis(200)))).contains("2 engines are active, before there were 3");

        host.core.engines(3, "20261031");
        assertThat(sentence(verify(Duration.ofMillis(200)))).contains("'20261031', before they were of '20261101'");
    }

    @Test
    void callsSilenceUnfitAfterTheLimit() {
        host.core.saying("/version", "5.17.0");

        assertThat(sentence(verify(Duration.ofMillis(200)))).contains("/version");
    }

    private Verification verify(Duration ready) {
        return verify(ready, look -> {});
    }

    private Verification verify(Duration ready, Consumer<Integer> before) {
        var order = new Verify(
                OneInstance.CORE, new Version("1:5.17.0-1"), BEGAN, OneInstance.BEFORE, ready, beganByUptime);
        return new VerifyInstance(host.instances(), OneInstance.stepping(before)).verify(order);
    }

    private static String sentence(Verification verification) {
        assertThat(verification).isInstanceOf(Verification.Unfit.class);
        return ((Verification.Unfit) verification).sentence();
    }
}
