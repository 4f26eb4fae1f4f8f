package io.mddc.upgrade.lab.service.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.mddc.upgrade.json.UpgradeJson;
import io.mddc.upgrade.lab.service.LabParts;
import io.mddc.upgrade.lab.service.admin.PartProbe;
import io.mddc.upgrade.lab.service.http.PartClient;
import io.mddc.upgrade.lab.service.http.PartSettings;
import io.mddc.upgrade.lab.service.shared.FileRecord;
import io.mddc.upgrade.lab.service.shared.Sender;
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

/** Shared services and File Storage, as any Core needs them, and Cores on top; all real, in this process. */
final class CoreSurroundings implements AutoCloseable {
    static final String ISOLATION = "{\"owner\":\"%s\",\"reason\":\"Upgrade\",\"expires\":\"2026-11-23T00:00:00Z\"}";

    private static final String KEY = "key";

    private final Path folder;
    private final SharedServices shared;
    private final FileStorage storage;

    CoreSurroundings(Path folder) throws IOException {
        this.folder = folder;
        this.shared = LabParts.shared(folder, "PT3S");
        this.storage = LabParts.storage(folder);
    }

    Core core(String version, String scanTime) throws IOException {
        return Core.start(settings(version, Map.of("scanTime.median", scanTime)));
    }

    PartSettings settings(String version, Map<String, String> more) throws IOException {
        var values = new HashMap<>(Map.of(
                "id", "core-1",
                "operatorKey", KEY,
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

    void submit(String id) {
        submit(id, id);
    }

    void submit(String content, String id) {
        new StorageClient(LabParts.url(storage))
                .put(id, new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8)));
        new SharedClient(LabParts.url(shared)).accept(new Task(id, id + ".txt", id, Sender.CLIENT));
    }

    static void isolate(Core core, String owner) {
        var answer =
                client(core).exchange("PUT", "/admin/isolation", BodyPublishers.ofString(ISOLATION.formatted(owner)));
        assertThat(answer.statusCode()).isEqualTo(200);
    }

    static void release(Core core) {
        client(core).exchange("DELETE", "/admin/isolation?owner=upgrade/1", BodyPublishers.noBody());
    }

    static String directScan(Core core, String content) throws IOException {
        return directScan(client(core), content);
    }

    static String directScan(PartClient client, String content) throws IOException {
        var submitted = client.exchange("POST", "/file", BodyPublishers.ofString(content));
        var result = client.get("/file/" + json(submitted).path("data_id").asText(), JsonNode.class);
        return result.path("process_info").path("result").asText() + "/"
                + result.path("scan_results").path("scan_all_result_a").asText();
    }

    static void awaitReady(Core core) {
        await().until(() -> probe(core).readiness().isFit());
    }

    static PartProbe probe(Core core) {
        return new PartProbe(LabParts.url(core), KEY);
    }

    static PartClient client(Core core) {
        return new PartClient(LabParts.url(core), Duration.ofSeconds(5), Optional.of(KEY));
    }

    static JsonNode json(HttpResponse<byte[]> answer) throws IOException {
        return UpgradeJson.mapper().readTree(answer.body());
    }

    /** Empty while there is none. */
    Optional<String> verdict(String id) {
        return Optional.ofNullable(books().results().get(id))
                .flatMap(FileRecord::verdict)
                .map(FileRecord.Verdict::result);
    }

    /** Cores that take work. */
    int active() {
        return new SharedClient(LabParts.url(shared)).active();
    }

    SharedProbe books() {
        return new SharedProbe(LabParts.url(shared));
    }

    @Override
    public void close() {
        storage.close();
        shared.close();
    }
}
