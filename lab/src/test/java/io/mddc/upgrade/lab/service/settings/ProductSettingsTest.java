package io.mddc.upgrade.lab.service.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.mddc.upgrade.cluster.Setting;
import io.mddc.upgrade.lab.service.http.Answer;
import io.mddc.upgrade.lab.service.http.Call;
import io.mddc.upgrade.lab.service.http.HttpApi;
import io.mddc.upgrade.lab.service.http.PartSettings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProductSettingsTest {
    private static final String KEY = "read-only";

    @TempDir
    private Path folder;

    private volatile int depth = 5;
    private HttpApi controlCenter = new HttpApi(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));

    @BeforeEach
    void start() {
        controlCenter.on("GET", "/api/v1/settings", this::settings);
        controlCenter.start();
    }

    @AfterEach
    void stop() {
        controlCenter.close();
    }

    private Answer settings(Call call) {
        if (!call.header("apikey").equals(Optional.of(KEY))) {
            return Answer.json(401, Map.of());
        }
        return Answer.json(Map.of(
                "items",
                List.of(
                        Map.of("name", "health-check", "value", new Setting.HealthCheck(2, 1)),
                        Map.of("name", "module-update", "value", new Setting.ModuleUpdate("20261122")),
                        Map.of("name", "workflow", "value", new Setting.Workflow(depth)))));
    }

    private ProductSettings open() {
        return ProductSettings.of(new PartSettings(
                folder.resolve("instance.properties"),
                Map.of(
                        "dataFolder",
                        folder.toString(),
                        "minimumActiveCores",
                        "3",
                        "settingsUrl",
                        "http://127.0.0.1:" + controlCenter.address().getPort(),
                        "settingsKeyFile",
                        folder.resolve("key").toString())));
    }

    @Test
    void followsTheControlCenterOnceItHasAKey() throws IOException {
        try (var settings = open()) {
            assertThat(settings.now()).isEqualTo(KnownSettings.delivered(3));

            Files.writeString(folder.resolve("key"), KEY + "\n");
            until(() -> settings.now().moduleUpdate().definitions().equals("20261122"));
            assertThat(settings.now().healthCheck()).isEqualTo(new Setting.HealthCheck(2, 1));

            depth = 9;
            until(() -> settings.now().workflow().archiveDepth() == 9);
        }
    }

    @Test
    void keepsWhatItKnewLastOverARestartAndWhileNobodyAnswers() throws IOException {
        Files.writeString(folder.resolve("key"), KEY);
        depth = 7;
        try (var settings = open()) {
            until(() -> settings.now().workflow().archiveDepth() == 7);
        }
        Files.writeString(folder.resolve("key"), "no longer valid");

        try (var settings = open()) {
            assertThat(settings.now().workflow()).isEqualTo(new Setting.Workflow(7));
            assertThat(settings.now().healthCheck()).isEqualTo(new Setting.HealthCheck(2, 1));
        }
    }

    private static void until(java.util.concurrent.Callable<Boolean> condition) {
        await().atMost(Duration.ofSeconds(20)).until(condition);
    }
}
