package io.mddc.upgrade.lab.service.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.mddc.upgrade.lab.service.LabParts;
import io.mddc.upgrade.lab.service.admin.Isolation;
import io.mddc.upgrade.lab.service.admin.PartProbe;
import io.mddc.upgrade.lab.service.admin.PartWork;
import io.mddc.upgrade.lab.service.admin.Readiness;
import io.mddc.upgrade.lab.service.http.PartClient;
import io.mddc.upgrade.lab.service.identity.IdentityClient;
import io.mddc.upgrade.lab.service.identity.IdentityService;
import io.mddc.upgrade.lab.service.shared.SharedServices;
import io.mddc.upgrade.lab.service.storage.FileStorage;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GatewayTest {
    private static final String ISOLATION =
            "{\"owner\":\"upgrade/1\",\"reason\":\"Upgrade\",\"expires\":\"2026-11-23T00:00:00Z\"}";

    @TempDir
    private Path folder;

    private SharedServices shared;
    private FileStorage storage;
    private IdentityService identity;
    private ApiGateway gateway;
    private String key;

    @BeforeEach
    void start() throws IOException {
        shared = LabParts.shared(folder, "PT3S");
        storage = LabParts.storage(folder);
        identity = LabParts.identity(folder, "admin", "secret");
        gateway = gateway("2.5.0-1");
        key = new IdentityClient(LabParts.url(identity)).login("admin", "secret");
    }

    @AfterEach
    void stop() {
        gateway.close();
        identity.close();
        storage.close();
        shared.close();
    }

    @Test
    void servesEverythingWhileItIsIsolatedAndOnlySaysThatItIsNotReady() {
        assertThat(readyz()).isEqualTo("200 {\"ready\":true,\"isolated\":false,\"closed\":false}");

        isolate();

        assertThat(readyz()).isEqualTo("503 {\"ready\":true,\"isolated\":true,\"closed\":false}");
        assertThat(probe().readiness()).isEqualTo(Readiness.ISOLATED);
        assertThat(probe().work().takingWork()).isFalse();
        assertThat(submit(key).statusCode()).isEqualTo(200);

        release();

        assertThat(readyz()).startsWith("200 ");
        assertThat(probe().work().takingWork()).isTrue();
    }

    @Test
    void staysIsolatedOverARestartWithANewVersion() throws IOException {
        isolate();
        gateway.close();
        gateway = gateway("2.6.0-1");

        assertThat(probe().isolation()).map(Isolation::owner).contains("upgrade/1");
        assertThat(probe().version()).isEqualTo("2.6.0");
        assertThat(client("").get("/version", JsonNode.class).path("product_id").asText())
                .isEqualTo("MDGW");
    }

    @Test
    void showsARequestUntilItIsAnsweredAndCountsIt() throws IOException {
        try (var client = slowClient()) {
            assertThat(probe().work().inProgress())
                    .extracting(PartWork.InProgress::workflow)
                    .containsExactly("POST /file");
            assertThat(probe().work().finished()).isZero();

            client.getOutputStream().write(bytes("lo"));
            await().until(() -> probe().work().inProgress().isEmpty());
            assertThat(probe().work().finished()).isEqualTo(1);
            assertThat(probe().work().failed()).isZero();
        }
    }

    @Test
    void countsARequestThatBrokeOffAsFailed() throws IOException {
        slowClient().close();

        await().until(() -> probe().work().failed() == 1);
        assertThat(probe().work().inProgress()).isEmpty();
    }

    @Test
    void tellsAKeyItCannotCheckFromABadOneAndStillTakesThoseItKnows() {
        assertThat(submit(key).statusCode()).isEqualTo(200);
        assertThat(submit("bad").statusCode()).isEqualTo(403);
        var fresh = new IdentityClient(LabParts.url(identity)).login("admin", "secret");

        identity.close();

        assertThat(submit(key).statusCode()).isEqualTo(200);
        assertThat(submit(fresh).statusCode()).isEqualTo(401);
    }

    @Test
    void letsOnlyOperatorsSeeItsWork() {
        assertThat(client(key).status("/admin/work")).isEqualTo(403);
        assertThat(client("operators").status("/admin/work")).isEqualTo(200);
    }

    private ApiGateway gateway(String version) throws IOException {
        return ApiGateway.start(LabParts.settings(
                folder,
                version,
                Map.of(
                        "operatorKey", "operators",
                        "minimumActiveCores", "0",
                        "sharedUrl", LabParts.url(shared).toString(),
                        "storageUrl", LabParts.url(storage).toString(),
                        "identityUrl", LabParts.url(identity).toString())));
    }

    /** It has sent three of the five bytes of a file, and the gateway shows its request. */
    private Socket slowClient() throws IOException {
        var client =
                new Socket(gateway.address().getAddress(), gateway.address().getPort());
        client.getOutputStream()
                .write(bytes(
                        "POST /file HTTP/1.1\r\nHost: lab\r\napikey: " + key + "\r\nContent-Length: 5\r\n\r\nhel"));
        await().until(() -> !probe().work().inProgress().isEmpty());
        return client;
    }

    private void isolate() {
        client("operators").exchange("PUT", "/admin/isolation", BodyPublishers.ofString(ISOLATION));
    }

    private void release() {
        client("operators").exchange("DELETE", "/admin/isolation?owner=upgrade/1", BodyPublishers.noBody());
    }

    private HttpResponse<byte[]> submit(String apiKey) {
        return client(apiKey).exchange("POST", "/file", BodyPublishers.ofString("hello"));
    }

    private String readyz() {
        var answer = client("").exchange("GET", "/readyz", BodyPublishers.noBody());
        return answer.statusCode() + " " + new String(answer.body(), StandardCharsets.UTF_8);
    }

    private PartProbe probe() {
        return new PartProbe(LabParts.url(gateway), "operators");
    }

    private PartClient client(String apiKey) {
        return new PartClient(LabParts.url(gateway), Duration.ofSeconds(5), Optional.of(apiKey));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
