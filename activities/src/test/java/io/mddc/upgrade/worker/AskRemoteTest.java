package io.mddc.upgrade.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mddc.upgrade.cluster.Component;
import io.mddc.upgrade.cluster.Health;
import io.mddc.upgrade.cluster.HostId;
import io.mddc.upgrade.cluster.Instance;
import io.mddc.upgrade.cluster.InstanceId;
import io.mddc.upgrade.cluster.Remote;
import io.mddc.upgrade.cluster.Version;
import io.mddc.upgrade.contract.Baseline;
import io.mddc.upgrade.contract.HostOrders.Monitor;
import io.mddc.upgrade.contract.HostOrders.Observe;
import io.mddc.upgrade.contract.HostOrders.Verify;
import io.mddc.upgrade.contract.Verification;
import io.mddc.upgrade.worker.fixture.FakeCore;
import io.mddc.upgrade.worker.fixture.TestHost;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An instance on another host, asked over real HTTP by the profile that is shipped. */
class AskRemoteTest {
    private static final InstanceId IDENTITY = new InstanceId("identity-1");

    private final FakeCore server = new FakeCore();

    @TempDir
    private Path folder;

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void seesTheVersionAndReadinessAndNoPackageDatabase() {
        answers("2.6.0");

        var seen = observe();

        assertThat(seen.host()).isEqualTo(new HostId("host-x"));
        assertThat(seen.running()).isEqualTo("2.6.0");
        assertThat(seen.installed()).isEmpty();
        assertThat(seen.health()).isEqualTo(Health.READY);
        server.becomesUnready();
        assertThat(observe().health()).isEqualTo(Health.NOT_READY);
        server.silent();
        assertThat(observe().health()).isEqualTo(Health.UNREACHABLE);
    }

    private Instance observe() {
        return asking(OneInstance.heartbeat())
                .observe(new Observe(IDENTITY), remote())
                .instance();
    }

    @Test
    void callsItFitOnceItAnswersTheTargetAndIsReady() {
        answers("2.5.0");

        var verification = verify(Duration.ofSeconds(10), look -> {
            if (look == 5) {
                answers("2.6.0");
            }
        });

        assertThat(verification).isEqualTo(new Verification.Fit("2.6.0", Baseline.OF_NO_PROCESS));
    }

    @Test
    void callsOneThatKeepsItsVersionOrIsNeverReadyUnfitAfterTheLimit() {
        answers("2.5.0");
        assertThat(verify(Duration.ofMillis(200), look -> {}))
                .isEqualTo(new Verification.Unfit("after PT0.2S still: it answers '2.5.0', expected '2.6.0'"));

        answers("2.6.0");
        server.becomesUnready();
        assertThat(verify(Duration.ofMillis(200), look -> {}))
                .isEqualTo(new Verification.Unfit("after PT0.2S still: it says that it is not ready"));
    }

    @Test
    void watchesUntilItAnswersAnotherVersionOrIsUnreadyForTooLong() {
        answers("2.6.0");
        assertThat(watch(() -> answers("2.5.0")))
                .isEqualTo("not ready for more than PT0.1S: it answers '2.5.0', expected '2.6.0'");

        answers("2.6.0");
        assertThat(watch(server::becomesUnready))
                .isEqualTo("not ready for more than PT0.1S: it says that it is not ready");
    }

    @Test
    void asksByNoProgramBecauseThatWouldAskThisHost() throws Exception {
        Files.writeString(folder.resolve("identity-service.yml"), """
                talk: {kind: PROGRAMS, version: [/bin/true], ready: [/bin/true]}
                """);

        assertThatThrownBy(() -> new Profiles(folder).remote(remote()))
                .isInstanceOf(NotFromAfar.class)
                .hasMessageContaining("the IDENTITY_SERVICE on host-x cannot be asked from here")
                .hasMessageContaining("talk.kind of the profile identity-service is not HTTP");
    }

    private void answers(String version) {
        server.saying("/version", "{\"version\":\"" + version + "\"}");
    }

    private Verification verify(Duration ready, Consumer<Integer> before) {
        var order = new Verify(IDENTITY, new Version("2.6.0-1"), Instant.EPOCH, Baseline.OF_NO_PROCESS, ready);
        return asking(OneInstance.stepping(before)).verify(order, remote());
    }

    /** The first beat comes after the first look. */
    private String watch(Runnable afterTheFirstLook) {
        var order = new Monitor(IDENTITY, Baseline.OF_NO_PROCESS, Duration.ofMillis(10));
        return asking(new Heartbeat(Duration.ofMillis(10), beat -> afterTheFirstLook.run()))
                .monitor(order, remote())
                .sentence();
    }

    private AskRemote asking(Heartbeat heartbeat) {
        return new AskRemote(new Profiles(TestHost.PROFILES)::remote, heartbeat, Duration.ofMillis(100));
    }

    private Remote remote() {
        return new Remote(Component.IDENTITY_SERVICE, new HostId("host-x"), server.url());
    }
}
