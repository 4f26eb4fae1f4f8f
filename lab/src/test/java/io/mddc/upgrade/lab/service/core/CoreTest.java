package io.mddc.upgrade.lab.service.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.mddc.upgrade.json.UpgradeJson;
import io.mddc.upgrade.lab.service.LabParts;
import io.mddc.upgrade.lab.service.http.BadSetting;
import io.mddc.upgrade.lab.service.http.PartClient;
import io.mddc.upgrade.lab.service.shared.FileState;
import io.mddc.upgrade.lab.service.shared.SharedClient;
import io.mddc.upgrade.lab.service.shared.SharedProbe;
import io.mddc.upgrade.lab.service.shared.SharedServices;
import io.mddc.upgrade.lab.service.shared.Task;
import io.mddc.upgrade.lab.service.storage.FileStorage;
import io.mddc.upgrade.lab.service.storage.StorageClient;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CoreTest {
    private static final String KEY = "key";
    private static final String EICAR = "X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-STANDARD-" + "ANTIVIRUS-TEST-FILE!$H+H*";
    private static final String ISOLATION =
            "{\"owner\":\"%s\",\"reason\":\"Upgrade\",\"expires\":\"2026-11-23T00:00:00Z\"}";

    @TempDir
    private Path folder;

    private SharedServices shared;
    private FileStorage storage;

    @BeforeEach
    void startWhatACoreNeeds() throws IOException {
        shared = LabParts.shared(folder, "PT3S");
        storage = LabParts.storage(folder);
    }

    @AfterEach
    void stop() {
        storage.close();
        shared.close();
    }

    @Test
    void staysIsolatedOverARestart() throws IOException {
        try (var core = core("5.16.0-1", "PT0.05S")) {
            isolate(core, "upgrade/1");
        }
        try (var core = core("5.17.0-1", "PT0.05S")) {
            awaitReady(core);

            assertThat(probe(core).isolation()).map(Isolation::owner).contains("upgrade/1");
            assertThat(probe(core).work().takingWork()).isFalse();
        }
    }

    @Test
    void keepsTheFirstInstantWhenTheSameOwnerIsolatesAgain() throws IOException {
        try (var core = core("5.16.0-1", "PT0.05S")) {
            isolate(core, "upgrade/1");
            var since = probe(core).isolation().map(Isolation::since);
            isolate(core, "upgrade/1");

            assertThat(probe(core).isolation().map(Isolation::since)).isEqualTo(since);
        }
    }

    @Test
    void refusesToIsolateOrReleaseForAnotherOwner() throws IOException {
        try (var core = core("5.16.0-1", "PT0.05S")) {
            isolate(core, "upgrade/1");
            var isolating = client(core)
                    .exchange("PUT", "/admin/isolation", BodyPublishers.ofString(ISOLATION.formatted("upgrade/2")));
            var releasing =
                    client(core).exchange("DELETE", "/admin/isolation?owner=upgrade/2", BodyPublishers.noBody());

            assertThat(isolating.statusCode()).isEqualTo(409);
            assertThat(releasing.statusCode()).isEqualTo(409);
            assertThat(json(releasing).path("owner").asText()).isEqualTo("upgrade/1");
        }
    }

    @Test
    void takesNoNewFileOnceIsolatedAndFinishesTheOneItHas() throws IOException {
        try (var core = core("5.16.0-1", "PT0.5S")) {
            await().until(() -> probe(core).work().takingWork());
            submit("first");
            await().until(() -> !probe(core).work().inProgress().isEmpty());
            isolate(core, "upgrade/1");
            submit("second");

            await().until(() -> probe(core).work().inProgress().isEmpty());
            var books = new SharedProbe(LabParts.url(shared)).results();
            assertThat(books.values().stream().map(file -> file.dataId() + " " + file.state()))
                    .containsExactly("first " + FileState.FINISHED, "second " + FileState.QUEUED);
            release(core);
            await().until(() -> probe(core).work().finished() == 2);
        }
    }

    @Test
    void answersNodesInTheShapeOfItsVersion() throws IOException {
        try (var older = core("5.16.0-1", "PT0.05S");
                var newer = core("5.17.0-1", "PT0.05S")) {
            var array = client(older).get("/stat/nodes", JsonNode.class);
            var object = client(newer).get("/stat/nodes", JsonNode.class);

            assertThat(array.path(0).path("version").asText()).isEqualTo("5.16.0");
            assertThat(object.path("statuses").path(0).path("version").asText()).isEqualTo("5.17.0");
        }
    }

    @Test
    void givesKnownAnswersWhileIsolated() throws IOException {
        try (var core = core("5.16.0-1", "PT30S")) {
            awaitReady(core);
            isolate(core, "upgrade/1");

            assertThat(directScan(core, "clean")).isEqualTo("Allowed/No Threat Detected");
            assertThat(directScan(core, "before " + EICAR + " after")).isEqualTo("Blocked/Infected");
        }
    }

    @Test
    void isNotReadyWhileItsEnginesLoad() throws IOException {
        try (var core = Core.start(settings("5.16.0-1", Map.of("engineLoadTime", "PT1H")))) {
            assertThat(probe(core).isReady()).isFalse();
            assertThat(probe(core).version()).isEqualTo("5.16.0");
        }
    }

    @Test
    void opensItsAdministrationOnlyToItsKey() throws IOException {
        try (var core = core("5.16.0-1", "PT0.05S")) {
            var stranger = new PartClient(LabParts.url(core), Duration.ofSeconds(2), Optional.of("another"));

            assertThat(stranger.status("/stat/nodes")).isEqualTo(403);
            assertThat(stranger.status("/admin/work")).isEqualTo(403);
            assertThat(stranger.status("/version")).isEqualTo(200);
        }
    }

    @Test
    void namesTheSettingThatIsBad() {
        assertThatThrownBy(() -> Core.start(settings("5.16.0-1", Map.of("engineLoadTime", "two seconds"))))
                .isInstanceOf(BadSetting.class)
                .hasMessageContaining("engineLoadTime is 'two seconds': allowed is a duration such as PT3S");
    }

    private Core core(String version, String scanTime) throws IOException {
        return Core.start(settings(version, Map.of("scanTime.median", scanTime)));
    }

    private io.mddc.upgrade.lab.service.http.PartSettings settings(String version, Map<String, String> more)
            throws IOException {
        var values = new HashMap<>(Map.of(
                "id", "core-1",
                "apiKey", KEY,
                "filesAtOnce", "2",
                "engineLoadTime", "PT0.05S",
                "sharedUrl", LabParts.url(shared).toString(),
                "storageUrl", LabParts.url(storage).toString(),
                "scanTime.seed", "1",
                "scanTime.median", "PT0.05S",
                "scanTime.p99", "PT60S",
                "scanTime.most", "PT0.5S"));
        values.putAll(more);
        return LabParts.settings(folder, version, values);
    }

    private void submit(String id) {
        new StorageClient(LabParts.url(storage)).put(id, new ByteArrayInputStream(id.getBytes(StandardCharsets.UTF_8)));
        new SharedClient(LabParts.url(shared)).accept(new Task(id, id + ".txt", id));
    }

    private static void isolate(Core core, String owner) {
        var answer =
                client(core).exchange("PUT", "/admin/isolation", BodyPublishers.ofString(ISOLATION.formatted(owner)));
        assertThat(answer.statusCode()).isEqualTo(200);
    }

    private static void release(Core core) {
        client(core).exchange("DELETE", "/admin/isolation?owner=upgrade/1", BodyPublishers.noBody());
    }

    private static String directScan(Core core, String content) throws IOException {
        var submitted = client(core).exchange("POST", "/file", BodyPublishers.ofString(content));
        var result = client(core).get("/file/" + json(submitted).path("data_id").asText(), JsonNode.class);
        return result.path("process_info").path("result").asText() + "/"
                + result.path("scan_results").path("scan_all_result_a").asText();
    }

    private static void awaitReady(Core core) {
        await().until(() -> probe(core).isReady());
    }

    private static CoreProbe probe(Core core) {
        return new CoreProbe(LabParts.url(core), KEY);
    }

    private static PartClient client(Core core) {
        return new PartClient(LabParts.url(core), Duration.ofSeconds(5), Optional.of(KEY));
    }

    private static JsonNode json(HttpResponse<byte[]> answer) throws IOException {
        return UpgradeJson.mapper().readTree(answer.body());
    }
}
