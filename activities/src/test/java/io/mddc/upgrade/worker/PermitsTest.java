package io.mddc.upgrade.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mddc.upgrade.protocol.PermitRequest;
import io.mddc.upgrade.run.Step;
import io.mddc.upgrade.worker.fixture.FakeControlCenter;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PermitsTest {
    private static final PermitRequest REQUEST = new PermitRequest(OneInstance.OPERATION, Step.DRAIN, Optional.empty());

    private final FakeControlCenter controlCenter = new FakeControlCenter();
    private final AtomicInteger effects = new AtomicInteger();
    private Path credential;

    @BeforeEach
    void enrol(@TempDir Path folder) throws IOException {
        credential = Files.writeString(folder.resolve("credential"), FakeControlCenter.CREDENTIAL + "\n");
    }

    @AfterEach
    void close() {
        controlCenter.close();
    }

    @Test
    void beginsTheEffectOnceItIsGranted() {
        assertThat(perform(controlCenter.url(), effects::incrementAndGet)).isEqualTo(1);
        assertThat(controlCenter.permitsAsked()).containsExactly(REQUEST);
    }

    @Test
    void asksAgainForAnEffectThatDidNotBeginInTime() {
        var heartbeat = OneInstance.heartbeat();
        var permits = permits(controlCenter.url());

        int tries = permits.perform(REQUEST, heartbeat, granted -> {
            int now = effects.incrementAndGet();
            return now < 3 ? Optional.empty() : Optional.of(now);
        });

        assertThat(tries).isEqualTo(3);
        assertThat(controlCenter.permitsAsked()).hasSize(3);
    }

    @Test
    void beginsNothingWhenItIsRefused() {
        controlCenter.answeringPermitsWith(409);

        assertThatThrownBy(() -> perform(controlCenter.url(), effects::incrementAndGet))
                .isInstanceOf(PermitRefused.class)
                .hasMessageContaining("not recorded as begun");
        assertThat(effects).hasValue(0);
    }

    @Test
    void beginsNothingWithoutAnAnswerAndSaysWhatItWaitsFor() {
        var nobody = URI.create("http://127.0.21.2:9");

        assertThatThrownBy(() -> perform(nobody, effects::incrementAndGet))
                .isInstanceOf(CancellationException.class)
                .hasMessageContaining("waits for its permit")
                .hasMessageContaining("does not answer");
        assertThat(effects).hasValue(0);
    }

    @Test
    void beginsNothingWhenTheControlCenterIsInTrouble() {
        controlCenter.answeringPermitsWith(503);

        assertThatThrownBy(() -> perform(controlCenter.url(), effects::incrementAndGet))
                .isInstanceOf(CancellationException.class);
        assertThat(effects).hasValue(0);
    }

    @Test
    void beginsNothingDuringAnEmergencyStopAndSaysWhoSetIt() {
        controlCenter.stop();

        assertThatThrownBy(() -> perform(controlCenter.url(), effects::incrementAndGet))
                .isInstanceOf(CancellationException.class)
                .hasMessageContaining("waits for its permit")
                .hasMessageContaining("Emergency stop by anna since noon: smoke.");
        assertThat(effects).hasValue(0);
    }

    @Test
    void beginsNothingWithoutACredential() throws IOException {
        Files.delete(credential);

        assertThatThrownBy(() -> perform(controlCenter.url(), effects::incrementAndGet))
                .isInstanceOf(CancellationException.class)
                .hasMessageContaining("enrol this host");
        assertThat(effects).hasValue(0);
    }

    private int perform(URI url, java.util.function.IntSupplier effect) {
        var beats = new AtomicInteger();
        var heartbeat = new Heartbeat(Duration.ofMillis(10), details -> {
            if (beats.incrementAndGet() > 1) {
                throw new CancellationException(details.toString());
            }
        });
        return permits(url).perform(REQUEST, heartbeat, granted -> Optional.of(effect.getAsInt()));
    }

    private Permits permits(URI url) {
        return new Permits(OneInstance.HOST, new ControlCenter(new WorkerConfig.ControlCenterAt(url, credential)));
    }
}
