package io.mddc.upgrade.worker.component;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mddc.upgrade.worker.component.Profile.ByPrograms;
import io.mddc.upgrade.worker.component.Profile.Http;
import io.mddc.upgrade.worker.component.Profile.None;
import io.mddc.upgrade.worker.component.Profile.Programs;
import io.mddc.upgrade.worker.component.Profile.Rest;
import io.mddc.upgrade.worker.fixture.FakeCore;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Components that are asked over plain paths or by programs: real HTTP, real programs. */
class OtherClientsTest {
    private static final String OURS = "upgrade/2026-11-22-1";
    private static final URI NOWHERE = URI.create("http://127.0.0.1:1");
    private static final Instant LATER = Instant.parse("2026-11-23T00:00:00Z");

    @TempDir
    private Path folder;

    private final FakeCore server = new FakeCore();

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void readsVersionReadinessAndWorkFromPlainPaths() {
        server.saying("/about", "{\"release\":\"2.6.0\"}").takesFile("r-1", 1.0, "POST /file");
        var client = client(new Http("/about", "release", "/readyz", Optional.of("/admin/work")));

        assertThat(client.version()).isEqualTo("2.6.0");
        assertThat(client.isReady()).isTrue();
        assertThat(client.work().inProgress().count()).isEqualTo(1);
        assertThat(client.directScan()).isEmpty();
        server.becomesUnready();
        assertThat(client.isReady()).isFalse();
    }

    @Test
    void hasNothingInWorkWhereNoPathTells() {
        var client = client(new Http("/version", "version", "/readyz", Optional.empty()));

        assertThat(client.work()).isEqualTo(Work.nothing(true));
        server.becomesUnready();
        assertThat(client.work()).isEqualTo(Work.nothing(false));
    }

    @Test
    void isReadyWhenNothingButItsIsolationTurnsItOff() {
        var client = client(new Http("/version", "version", "/readyz", Optional.empty()));

        server.unready("/readyz", "{\"ready\":true,\"isolated\":true}");
        assertThat(client.isReady()).isTrue();
        server.unready("/readyz", "{\"ready\":false,\"isolated\":true}");
        assertThat(client.isReady()).isFalse();
        server.unready("/readyz", "{\"ready\":true,\"isolated\":false}");
        assertThat(client.isReady()).isFalse();
    }

    @Test
    void callsAStrangeReadinessSilence() {
        server.saying("/readyz", "ready");

        assertThatThrownBy(client(new Http("/version", "version", "/readyz", Optional.empty()))::isReady)
                .isInstanceOf(ComponentSilent.class);
    }

    @Test
    void asksPrograms() throws IOException {
        var ready = program("exit $(cat " + folder + "/status)");
        Files.writeString(folder.resolve("status"), "0");
        var client = client(new Programs(program("echo 2.6.0"), ready, program("echo 2")));

        assertThat(client.version()).isEqualTo("2.6.0");
        assertThat(client.isReady()).isTrue();
        assertThat(client.work().inProgress().count()).isEqualTo(2);
        Files.writeString(folder.resolve("status"), "1");
        assertThat(client.isReady()).isFalse();
        Files.writeString(folder.resolve("status"), "3");
        assertThatThrownBy(client::isReady).isInstanceOf(ComponentSilent.class).hasMessageContaining("ended with 3");
    }

    @Test
    void callsAProgramThatCannotBeRunOrCountedSilence() {
        var missing = List.of(folder.resolve("missing").toString());

        assertThatThrownBy(client(new Programs(missing, missing, missing))::version)
                .isInstanceOf(ComponentSilent.class);
        assertThatThrownBy(client(new Programs(missing, program("exit 0"), program("echo several")))::work)
                .isInstanceOf(ComponentSilent.class)
                .hasMessageContaining("several");
    }

    @Test
    void isolatesByProgramsOnceForEachOwner() throws IOException {
        var isolation = balancer();

        isolation.begin(OURS, "upgrade", LATER);
        isolation.begin(OURS, "upgrade", LATER);
        assertThat(isolation.by()).contains(OURS);
        assertThatThrownBy(() -> isolation.begin("dana", "hers", LATER)).isInstanceOf(IsolatedByAnother.class);
        assertThatThrownBy(() -> isolation.end("dana")).isInstanceOf(IsolatedByAnother.class);
        isolation.end(OURS);
        isolation.end(OURS);

        assertThat(isolation.by()).isEmpty();
        assertThat(Files.readAllLines(folder.resolve("calls"))).containsExactly("isolate " + OURS, "rejoin " + OURS);
    }

    /** Keeps the owner in a file, as a balancer's own tool would. */
    private Isolation balancer() {
        var owner = folder.resolve("owner");
        var log = " >> " + folder.resolve("calls");
        return new Profile(
                        new Http("/version", "version", "/readyz", Optional.empty()),
                        new ByPrograms(
                                program("echo isolate $1" + log + "; echo $1 > " + owner),
                                program("echo rejoin $1" + log + "; rm " + owner),
                                program("cat " + owner + " 2>/dev/null; true")),
                        Duration.ZERO)
                .client(NOWHERE, Optional.empty())
                .isolation()
                .orElseThrow();
    }

    private static List<String> program(String script) {
        return List.of("sh", "-c", script, "program");
    }

    private ComponentClient client(Http talk) {
        return new Profile(talk, new Rest("/admin/isolation"), Duration.ZERO).client(server.url(), Optional.empty());
    }

    private static ComponentClient client(Programs talk) {
        return new Profile(talk, new None(), Duration.ZERO).client(NOWHERE, Optional.empty());
    }
}
