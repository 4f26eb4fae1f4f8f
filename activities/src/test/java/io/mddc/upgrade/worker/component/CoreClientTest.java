package io.mddc.upgrade.worker.component;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mddc.upgrade.worker.fixture.FakeCore;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CoreClientTest {
    private static final Instant LATER = Instant.parse("2026-11-23T00:00:00Z");

    private static final Profile PROFILE =
            new Profile(new Profile.CoreRest(true), new Profile.Rest("/admin/isolation"), Duration.ZERO);

    private final FakeCore core = new FakeCore();
    private final ComponentClient client = PROFILE.client(core.url(), Optional.empty());
    private final Isolation isolation = client.isolation().orElseThrow();

    @AfterEach
    void close() {
        core.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"5.16.0", "5.17.0"})
    void readsTheNodeListOfBothShapes(String version) {
        core.version(version).engines(4, "20261101");

        assertThat(client.version()).isEqualTo(version);
        assertThat(client.engines()).isEqualTo(new Engines(4, "20261101"));
    }

    @Test
    void takesTheOldestDefinitionsOfTheActiveEngines() {
        core.saying("/stat/nodes", """
                {"statuses":[{"engines":[{"id":"a","active":true,"db_ver":"20261102"},
                 {"id":"b","active":true,"db_ver":"9999"},{"id":"c","active":false,"db_ver":"1"},
                 {"id":"d","active":true}]}]}""");

        assertThat(client.engines()).isEqualTo(new Engines(3, "9999"));
        assertThat(Definitions.isOlder("9999", "20261102")).isTrue();
        assertThat(Definitions.isOlder("20261102", "20261102")).isFalse();
        assertThat(Definitions.isOlder("", "")).isFalse();
    }

    @Test
    void readsWorkWithTheOldestFileFirst() {
        core.takesFile("young", 0.5, "default").takesFile("old", 2460.25, "archive-deep");

        var work = client.work();

        assertThat(work.inProgress().count()).isEqualTo(2);
        assertThat(work.inProgress().sentence()).isEqualTo("2 files left, oldest 41 min (archive-deep)");
        assertThat(work.takingWork()).isTrue();
        assertThat(work.finished()).isEqualTo(100);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<html>busy</html>",
                "null",
                "[]",
                "{}",
                "{\"pid\":1}",
                "{\"pid\":1,\"startedAt\":\"2026-11-22T08:00:00Z\",\"takingWork\":true,\"inProgress\":[],\"finished\":1",
                "{\"pid\":\"1\",\"startedAt\":\"2026-11-22T08:00:00Z\",\"takingWork\":true,\"inProgress\":[],\"finished\":1,\"failed\":0}",
                "{\"pid\":1,\"startedAt\":\"today\",\"takingWork\":true,\"inProgress\":[],\"finished\":1,\"failed\":0}",
                "{\"pid\":1,\"startedAt\":\"2026-11-22T08:00:00Z\",\"takingWork\":1,\"inProgress\":[],\"finished\":1,\"failed\":0}",
                "{\"pid\":1,\"startedAt\":\"2026-11-22T08:00:00Z\",\"takingWork\":true,\"inProgress\":0,\"finished\":1,\"failed\":0}",
                "{\"pid\":1,\"startedAt\":\"2026-11-22T08:00:00Z\",\"takingWork\":true,\"inProgress\":[3],\"finished\":1,\"failed\":0}",
                "{\"pid\":1,\"startedAt\":\"2026-11-22T08:00:00Z\",\"takingWork\":true,\"inProgress\":[],\"finished\":-1,\"failed\":0}",
                "{\"pid\":1,\"startedAt\":\"2026-11-22T08:00:00Z\",\"takingWork\":true,\"inProgress\":[],\"finished\":1,\"failed\":0} x",
            })
    void callsWorkItCannotReadSilenceAndNeverIdle(String garbage) {
        core.saying("/admin/work", garbage);

        assertThatThrownBy(client::work).isInstanceOf(ComponentSilent.class).hasMessageContaining("/admin/work");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{}", "[]", "{\"statuses\":[]}", "[{\"engines\":null}]", "[{\"engines\":[{\"id\":\"a\"}]}]", "7"
            })
    void callsNodesItCannotReadSilence(String garbage) {
        core.saying("/stat/nodes", garbage);

        assertThatThrownBy(client::engines).isInstanceOf(ComponentSilent.class);
    }

    @Test
    void doesNotTakeAnotherProgramsPageForReadiness() {
        assertThat(client.isReady()).isTrue();
        core.becomesUnready();
        assertThat(client.isReady()).isFalse();

        core.saying("/readyz", "{\"status\":\"ok\"}");

        assertThatThrownBy(client::isReady).isInstanceOf(ComponentSilent.class);
    }

    @Test
    void isolatesAndRejoinsByOwner() {
        assertThat(isolation.by()).isEmpty();

        isolation.begin("upgrade/2026-11-22-1", "upgrade", LATER);
        isolation.begin("upgrade/2026-11-22-1", "upgrade", LATER);
        assertThat(isolation.by()).contains("upgrade/2026-11-22-1");
        isolation.end("upgrade/2026-11-22-1");
        isolation.end("upgrade/2026-11-22-1");

        assertThat(isolation.by()).isEmpty();
    }

    @Test
    void leavesTheIsolationOfAnotherAlone() {
        core.isolatedBy("dana");

        assertThatThrownBy(() -> isolation.begin("upgrade/2026-11-22-1", "upgrade", LATER))
                .isInstanceOf(IsolatedByAnother.class)
                .hasMessageContaining("dana");
        assertThatThrownBy(() -> isolation.end("upgrade/2026-11-22-1")).isInstanceOf(IsolatedByAnother.class);
        assertThat(core.isolationOwner()).contains("dana");
    }

    @Test
    void getsTheKnownAnswers() {
        var direct = client.directScan().orElseThrow();
        for (var known : KnownAnswer.all()) {
            var scan = direct.scan(known.fileName(), known.content());

            assertThat(direct.verdict(scan)).contains(known.verdict());
        }
    }

    @Test
    void callsNobodyListeningAndNobodyAnsweringSilence() throws IOException {
        try (var mute = new ServerSocket(0)) {
            var muted = PROFILE.client(URI.create("http://127.0.0.1:" + mute.getLocalPort()), Optional.empty());

            assertThatThrownBy(muted::work)
                    .isInstanceOf(ComponentSilent.class)
                    .hasMessageContaining("no whole answer within");
        }
        core.close();
        assertThatThrownBy(client::work).isInstanceOf(ComponentSilent.class);
    }

    @Test
    void givesUpAnAnswerThatIsTooLong() {
        core.saying("/version", "{\"version\":\"" + "5".repeat(5 << 20) + "\"}");

        assertThatThrownBy(client::version).isInstanceOf(ComponentSilent.class).hasMessageContaining("longer than");
    }

    @Test
    void callsAKeyFileThatIsNotThereSilence(@TempDir Path folder) {
        var keyed = PROFILE.client(core.url(), Optional.of(folder.resolve("none")));

        assertThatThrownBy(keyed::work).isInstanceOf(ComponentSilent.class).hasMessageContaining("none");
    }
}
