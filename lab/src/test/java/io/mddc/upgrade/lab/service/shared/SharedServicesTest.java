package io.mddc.upgrade.lab.service.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.mddc.upgrade.lab.service.LabParts;
import io.mddc.upgrade.lab.service.http.PartUnreachable;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SharedServicesTest {
    private static final FileRecord.Verdict ALLOWED =
            new FileRecord.Verdict("Allowed", "No Threat Detected", "00", "", Instant.EPOCH);

    @TempDir
    private Path folder;

    @Test
    void failsWhatACoreHadInWorkWhenItsLeaseEnds() throws IOException {
        try (var shared = LabParts.shared(folder, "PT0.3S")) {
            var client = new SharedClient(LabParts.url(shared));
            var probe = new SharedProbe(LabParts.url(shared));
            client.accept(new Task("file-1", "a.txt", "file-1", Sender.CLIENT));
            client.renew("core-1", lease("session-1", 1));
            assertThat(client.take("core-1", "session-1", 0, Duration.ZERO)).isPresent();

            await().until(() -> state(probe, "file-1") == FileState.FAILED);

            assertThat(client.judge("file-1", "session-1", ALLOWED)).isFalse();
            assertThat(probe.core("core-1").orElseThrow().books().failed()).isEqualTo(1);
            assertThat(probe.activeHistory()).extracting(ActiveCount::active).containsExactly(1, 0);
            assertThat(probe.workSwitches()).extracting(WorkSwitch::takingWork).containsExactly(true, false);
        }
    }

    @Test
    void failsWhatTheFormerProcessHadWhenTheNextOneAppears() throws IOException {
        try (var shared = LabParts.shared(folder, "PT1H")) {
            var client = new SharedClient(LabParts.url(shared));
            client.accept(new Task("file-1", "a.txt", "file-1", Sender.CLIENT));
            client.renew("core-1", lease("session-1", 1));
            client.take("core-1", "session-1", 0, Duration.ZERO);

            client.renew("core-1", new LeaseRequest("session-2", 1, false, "5.17.0-1", Instant.EPOCH));

            var probe = new SharedProbe(LabParts.url(shared));
            assertThat(state(probe, "file-1")).isEqualTo(FileState.FAILED);
            assertThat(probe.core("core-1").orElseThrow().lifeSigns())
                    .extracting(CoreRecord.LifeSign::session)
                    .containsExactly("session-1", "session-2");
            assertThat(client.take("core-1", "session-1", 0, Duration.ZERO)).isEmpty();
        }
    }

    @Test
    void givesNothingToACoreThatTakesNoWorkEvenWhenItAskedBefore() throws Exception {
        try (var shared = LabParts.shared(folder, "PT1H")) {
            var client = new SharedClient(LabParts.url(shared));
            client.renew("core-1", lease("session-1", 1));
            var asked =
                    CompletableFuture.supplyAsync(() -> client.take("core-1", "session-1", 0, Duration.ofSeconds(9)));

            client.renew("core-1", new LeaseRequest("session-1", 2, false, "5.16.0-1", Instant.EPOCH));
            assertThat(asked.get()).isEmpty();
            client.accept(new Task("file-1", "a.txt", "file-1", Sender.CLIENT));

            assertThat(client.take("core-1", "session-1", 0, Duration.ZERO)).isEmpty();
        }
    }

    @Test
    void ignoresALeaseRequestThatComesLate() throws IOException {
        try (var shared = LabParts.shared(folder, "PT1H")) {
            var client = new SharedClient(LabParts.url(shared));
            client.renew("core-1", new LeaseRequest("session-1", 2, false, "5.16.0-1", Instant.EPOCH));

            assertThat(client.renew("core-1", lease("session-1", 1)).takingWork())
                    .isFalse();
        }
    }

    @Test
    void losesNothingWhenItIsKilled() throws Exception {
        int port = freePort();
        var process = start(port);
        var url = URI.create("http://127.0.24.8:" + port);
        var client = new SharedClient(url);
        try {
            awaitUp(url);
            for (int i = 0; i < 20; i++) {
                client.accept(new Task("file-" + i, "a.txt", "file-" + i, Sender.CLIENT));
            }
            client.renew("core-1", lease("session-1", 1));
            client.take("core-1", "session-1", 0, Duration.ZERO);
            assertThat(client.judge("file-0", "session-1", ALLOWED)).isTrue();
            client.take("core-1", "session-1", 1, Duration.ZERO);
        } finally {
            process.destroyForcibly().waitFor();
        }
        Files.writeString(folder.resolve("data/journal.jsonl"), "{\"event\":\"acc", StandardOpenOption.APPEND);
        var again = start(port);
        try {
            awaitUp(url);
            var probe = new SharedProbe(url);

            assertThat(probe.results()).hasSize(20);
            assertThat(state(probe, "file-0")).isEqualTo(FileState.FINISHED);
            assertThat(state(probe, "file-1")).isEqualTo(FileState.IN_WORK);
            assertThat(client.take("core-1", "session-1", 1, Duration.ZERO))
                    .map(Task::dataId)
                    .contains("file-1");
        } finally {
            again.destroyForcibly().waitFor();
        }
    }

    private Process start(int port) throws IOException {
        var settings = LabParts.settings(
                folder,
                "1.0.0-1",
                Map.of("address", "127.0.24.8", "port", Integer.toString(port), "coreLease", "PT1H"));
        var file = folder.resolve("shared.properties");
        Files.writeString(
                file,
                settings.values().entrySet().stream()
                        .map(entry -> entry.getKey() + "=" + entry.getValue())
                        .collect(Collectors.joining("\n")));
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-cp");
        command.add(System.getProperty("java.class.path"));
        command.add(SharedServices.class.getName());
        command.add(file.toString());
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("shared.log").toFile())
                .start();
    }

    private static void awaitUp(URI url) {
        await().atMost(Duration.ofSeconds(30))
                .ignoreException(PartUnreachable.class)
                .until(() -> new SharedProbe(url).activeHistory() != null);
    }

    private static FileState state(SharedProbe probe, String dataId) {
        return probe.result(dataId).orElseThrow().state();
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static LeaseRequest lease(String session, long number) {
        return new LeaseRequest(session, number, true, "5.16.0-1", Instant.EPOCH);
    }
}
