package io.mddc.upgrade.lab.service.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.mddc.upgrade.json.UpgradeJson;
import io.mddc.upgrade.lab.service.LabParts;
import io.mddc.upgrade.lab.service.PartJvm;
import io.mddc.upgrade.lab.service.core.Core;
import io.mddc.upgrade.lab.service.http.PartClient;
import io.mddc.upgrade.lab.service.identity.IdentityClient;
import io.mddc.upgrade.lab.service.identity.IdentityService;
import io.mddc.upgrade.lab.service.shared.Sender;
import io.mddc.upgrade.lab.service.shared.SharedProbe;
import io.mddc.upgrade.lab.service.shared.SharedServices;
import io.mddc.upgrade.lab.service.storage.FileStorage;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The gateway is a process of its own. */
class MaintenanceTest {
    private static final String CLOSE = "{\"owner\":\"%s\",\"reason\":\"Upgrade\",\"retryAfterSeconds\":5}";

    @TempDir
    private Path folder;

    private SharedServices shared;
    private FileStorage storage;
    private IdentityService identity;
    private PartJvm gateway;
    private PartClient operator;
    private PartClient client;
    private String key;

    @BeforeEach
    void start() throws IOException {
        shared = LabParts.shared(folder, "PT60S");
        storage = LabParts.storage(folder);
        identity = LabParts.identity(folder, "admin", "secret");
        key = new IdentityClient(LabParts.url(identity)).login("admin", "secret");
        startGateway("2.5.0-1");
    }

    @AfterEach
    void stop() {
        gateway.close();
        identity.close();
        storage.close();
        shared.close();
    }

    @Test
    void refusesSubmissionsAndDownloadsPolitelyAndStillTellsResults() throws IOException {
        var id = json(submit(client)).path("data_id").asText();

        assertThat(close("upgrade/1").path("closed").asBoolean()).isTrue();

        for (var refused : List.of(submit(client), get(client, "/file/converted/" + id))) {
            assertThat(refused.statusCode()).isEqualTo(503);
            assertThat(refused.headers().firstValue("Retry-After")).contains("5");
        }
        assertThat(get(client, "/file/" + id).statusCode()).isEqualTo(200);
        assertThat(open("upgrade/1").statusCode()).isEqualTo(200);
        assertThat(submit(client).statusCode()).isEqualTo(200);
        assertThat(open("upgrade/1").statusCode()).isEqualTo(200);
    }

    @Test
    void saysThatItIsReadyWhateverOthersDoSoThatBalancersKeepIt() throws IOException {
        close("upgrade/1");
        storage.close();
        shared.close();

        var readyz = get(operator, "/readyz");

        assertThat(readyz.statusCode()).isEqualTo(200);
        assertThat(json(readyz).path("closed").asBoolean()).isTrue();
        open("upgrade/1");
        assertThat(get(operator, "/readyz").statusCode()).isEqualTo(503);
    }

    @Test
    void staysClosedOverAKillAndANewVersion() throws IOException {
        var since = close("upgrade/1").path("since");
        gateway.close();
        startGateway("2.6.0-1");

        assertThat(submit(client).statusCode()).isEqualTo(503);
        assertThat(state().path("owner").asText()).isEqualTo("upgrade/1");
        assertThat(state().path("since")).isEqualTo(since);
    }

    @Test
    void isOpenedOnlyByWhoClosedItLast() throws IOException {
        close("upgrade/1");
        close("upgrade/2");

        var refused = open("upgrade/1");

        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(json(refused).path("owner").asText()).isEqualTo("upgrade/2");
        assertThat(state().path("closed").asBoolean()).isTrue();
        assertThat(get(client, "/admin/maintenance").statusCode()).isEqualTo(403);
    }

    @Test
    void finishesASubmissionThatWasLetInBefore() throws IOException {
        try (var slow = slowClient()) {
            await().until(() -> state().path("openSubmissions").asInt() == 1);
            assertThat(close("upgrade/1").path("openSubmissions").asInt()).isEqualTo(1);

            slow.getOutputStream().write("lo".getBytes(StandardCharsets.US_ASCII));

            assertThat(new String(slow.getInputStream().readNBytes(12), StandardCharsets.US_ASCII))
                    .isEqualTo("HTTP/1.1 200");
        }
        await().until(() -> state().path("openSubmissions").asInt() == 0);
    }

    @Test
    void tellsHowLongAgoTheLastSubmissionWas() throws IOException {
        await().until(() -> state().path("lastSubmissionSecondsAgo").asDouble() > 1);
        close("upgrade/1");

        submit(client);

        assertThat(state().path("lastSubmissionSecondsAgo").asDouble()).isLessThan(1);
    }

    @Test
    void sendsAnOperatorsFileTheWholeWayWhileItIsClosed() throws IOException {
        close("upgrade/1");
        try (var core = core()) {
            assertThat(core.api()).isNotNull();
            var sent = operator.exchange("POST", "/admin/maintenance/file", BodyPublishers.ofString("check"));
            var id = json(sent).path("data_id").asText();

            await().until(() -> progress("/admin/maintenance/file/" + id) == 100);
            assertThat(get(operator, "/admin/maintenance/file/" + id + "/download")
                            .body())
                    .asString()
                    .isEqualTo("check");
            assertThat(sender(id)).isEqualTo(Sender.OPERATOR);
            assertThat(get(client, "/file/" + id).statusCode()).isEqualTo(404);
            assertThat(submit(client).statusCode()).isEqualTo(503);
        }
    }

    private Sender sender(String id) {
        return new SharedProbe(LabParts.url(shared)).result(id).orElseThrow().sender();
    }

    private int progress(String path) throws IOException {
        return json(get(operator, path))
                .path("process_info")
                .path("progress_percentage")
                .asInt();
    }

    private Core core() throws IOException {
        var settings = LabParts.settings(
                        folder,
                        "5.16.0-1",
                        Map.of("id", "core-1", "operatorKey", "operators", "filesAtOnce", "1", "scanTime.seed", "1"))
                .with("engineLoadTime", "PT0.05S")
                .with("dataFolder", folder.resolve("core").toString())
                .with("sharedUrl", LabParts.url(shared).toString())
                .with("storageUrl", LabParts.url(storage).toString());
        return Core.start(settings.with("scanTime.median", "PT0.01S")
                .with("scanTime.p99", "PT0.02S")
                .with("scanTime.most", "PT0.02S"));
    }

    private void startGateway(String version) throws IOException {
        var settings =
                LabParts.settings(folder, version, Map.of("operatorKey", "operators", "minimumActiveCores", "0"));
        gateway = PartJvm.start(
                ApiGateway.class,
                folder,
                settings.with("sharedUrl", LabParts.url(shared).toString())
                        .with("storageUrl", LabParts.url(storage).toString())
                        .with("identityUrl", LabParts.url(identity).toString()));
        operator = gateway.client();
        client = gateway.client(key);
        gateway.awaitReady();
    }

    /** It has sent three of the five bytes of a file. */
    private Socket slowClient() throws IOException {
        var slow = new Socket(operator.base().getHost(), operator.base().getPort());
        var head = "POST /file HTTP/1.1\r\nHost: lab\r\napikey: " + key + "\r\nContent-Length: 5\r\n\r\nhel";
        slow.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
        return slow;
    }

    private JsonNode close(String owner) throws IOException {
        var answer = operator.exchange("PUT", "/admin/maintenance", BodyPublishers.ofString(CLOSE.formatted(owner)));
        assertThat(answer.statusCode()).isEqualTo(200);
        return json(answer);
    }

    private HttpResponse<byte[]> open(String owner) {
        return operator.exchange("DELETE", "/admin/maintenance?owner=" + owner, BodyPublishers.noBody());
    }

    private JsonNode state() throws IOException {
        return json(get(operator, "/admin/maintenance"));
    }

    private static HttpResponse<byte[]> submit(PartClient sender) {
        return sender.exchange("POST", "/file", BodyPublishers.ofString("hello"));
    }

    private static HttpResponse<byte[]> get(PartClient sender, String path) {
        return sender.exchange("GET", path, BodyPublishers.noBody());
    }

    private static JsonNode json(HttpResponse<byte[]> answer) throws IOException {
        return UpgradeJson.mapper().readTree(answer.body());
    }
}
