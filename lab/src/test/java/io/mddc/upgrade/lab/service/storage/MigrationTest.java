package io.mddc.upgrade.lab.service.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.mddc.upgrade.json.UpgradeJson;
import io.mddc.upgrade.lab.service.LabParts;
import io.mddc.upgrade.lab.service.PartJvm;
import io.mddc.upgrade.lab.service.http.PartClient;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MigrationTest {
    private static final int MANY = 20_000;

    @TempDir
    private Path folder;

    @Test
    void movesEveryBlobAtTheFirstStartOfANewMinorVersion() throws IOException {
        try (var former = LabParts.storage(folder, "2.5.0-1")) {
            put(former, "abc1", "one");
        }
        assertThat(blobs().resolve("abc1")).hasContent("one");

        try (var next = LabParts.storage(folder, "2.6.0-1")) {
            assertThat(blob(http(next), "abc1")).isEqualTo("one");
            put(next, "abc2", "two");
        }
        assertThat(blobs().resolve("ab/abc1")).hasContent("one");
        assertThat(blobs().resolve("ab/abc2")).hasContent("two");
    }

    @Test
    void refusesToServeWhatANewerVersionWrote() throws IOException {
        LabParts.storage(folder, "2.6.0-1").close();

        try (var former = LabParts.storage(folder, "2.5.0-1")) {
            assertThat(http(former).status("/readyz")).isEqualTo(503);
            assertThat(http(former).status("/blobs/abc1")).isEqualTo(503);
            assertThat(trouble(http(former))).startsWith("The data has format 2.6, this version reads up to 2.5");
        }
    }

    @Test
    void leavesItsOwnFormatAsItIs() throws IOException {
        LabParts.storage(folder, "2.6.0-1").close();
        var written = Files.getLastModifiedTime(data().resolve("format"));

        try (var patch = LabParts.storage(folder, "2.6.1-1")) {
            assertThat(http(patch).status("/readyz")).isEqualTo(200);
        }
        assertThat(Files.getLastModifiedTime(data().resolve("format"))).isEqualTo(written);
    }

    @Test
    void goesOnAfterItWasKilledInTheMiddleAndTheFormerVersionServesNoHalf() throws IOException {
        LabParts.storage(folder, "2.5.0-1").close();
        for (int i = 0; i < MANY; i++) {
            Files.writeString(blobs().resolve(id(i)), Integer.toString(i));
        }
        try (var migrating = start("2.6.0-1")) {
            await().pollInSameThread()
                    .pollDelay(Duration.ZERO)
                    .pollInterval(Duration.ofMillis(1))
                    .until(() -> Files.exists(blobs().resolve(id(0).substring(0, 2))));
            assertThat(migrating.said()).doesNotContain("ERROR");
        }
        assertThat(state()).isEqualTo("MIGRATING");
        try (var former = start("2.5.0-1")) {
            former.awaitAnswer();
            await().until(() -> trouble(former.client()).contains("has format 2.6"));
        }

        try (var again = start("2.6.0-1")) {
            again.awaitReady();
            assertThat(state()).isEqualTo("WHOLE");
            for (int i = 0; i < MANY; i += 500) {
                assertThat(blob(again.client(), id(i))).isEqualTo(Integer.toString(i));
            }
        }
        try (var files = Files.list(blobs())) {
            assertThat(files.filter(Files::isRegularFile)).isEmpty();
        }
    }

    private PartJvm start(String version) throws IOException {
        var settings = LabParts.settings(folder, version, Map.of("dataFolder", data().toString()));
        return PartJvm.start(FileStorage.class, folder, settings);
    }

    private static String id(int number) {
        return Integer.toHexString(0x1000_0000 + number * 79_193);
    }

    private Path data() {
        return folder.resolve("storage");
    }

    private Path blobs() {
        return data().resolve("blobs");
    }

    private String state() throws IOException {
        return UpgradeJson.mapper()
                .readTree(data().resolve("format").toFile())
                .path("state")
                .asText();
    }

    private static void put(FileStorage storage, String id, String content) {
        new StorageClient(LabParts.url(storage))
                .put(id, new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8)));
    }

    private static PartClient http(FileStorage storage) {
        return new PartClient(LabParts.url(storage), Duration.ofSeconds(5));
    }

    private static String blob(PartClient client, String id) {
        var answer = client.exchange("GET", "/blobs/" + id, BodyPublishers.noBody());
        return new String(answer.body(), StandardCharsets.UTF_8);
    }

    private static String trouble(PartClient client) throws IOException {
        JsonNode said = UpgradeJson.mapper()
                .readTree(client.exchange("GET", "/readyz", BodyPublishers.noBody())
                        .body());
        return said.path("err").asText();
    }
}
