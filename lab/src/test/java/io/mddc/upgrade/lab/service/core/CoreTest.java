package io.mddc.upgrade.lab.service.core;

import static io.mddc.upgrade.lab.service.core.CoreSurroundings.awaitReady;
import static io.mddc.upgrade.lab.service.core.CoreSurroundings.client;
import static io.mddc.upgrade.lab.service.core.CoreSurroundings.directScan;
import static io.mddc.upgrade.lab.service.core.CoreSurroundings.isolate;
import static io.mddc.upgrade.lab.service.core.CoreSurroundings.probe;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.mddc.upgrade.lab.service.LabParts;
import io.mddc.upgrade.lab.service.http.BadSetting;
import io.mddc.upgrade.lab.service.http.PartClient;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CoreTest {
    private static final String EICAR = "X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-STANDARD-" + "ANTIVIRUS-TEST-FILE!$H+H*";

    @TempDir
    private Path folder;

    private CoreSurroundings lab;

    @BeforeEach
    void startWhatACoreNeeds() throws IOException {
        lab = new CoreSurroundings(folder);
    }

    @AfterEach
    void stop() {
        lab.close();
    }

    @Test
    void answersNodesInTheShapeOfItsVersion() throws IOException {
        try (var older = lab.core("5.16.0-1", "PT0.05S");
                var newer = lab.core("5.17.0-1", "PT0.05S")) {
            var array = client(older).get("/stat/nodes", JsonNode.class);
            var object = client(newer).get("/stat/nodes", JsonNode.class);

            assertThat(array.path(0).path("version").asText()).isEqualTo("5.16.0");
            assertThat(object.path("statuses").path(0).path("version").asText()).isEqualTo("5.17.0");
        }
    }

    @Test
    void givesKnownAnswersWhileIsolated() throws IOException {
        try (var core = lab.core("5.16.0-1", "PT30S")) {
            awaitReady(core);
            isolate(core, "upgrade/1");

            assertThat(directScan(core, "clean")).isEqualTo("Allowed/No Threat Detected");
            assertThat(directScan(core, "before " + EICAR + " after")).isEqualTo("Blocked/Infected");
        }
    }

    @Test
    void isNotReadyWhileItsEnginesLoad() throws IOException {
        try (var core = Core.start(lab.settings("5.16.0-1", Map.of("engineLoadTime", "PT1H")))) {
            assertThat(probe(core).readiness().isFit()).isFalse();
            assertThat(probe(core).version()).isEqualTo("5.16.0");
        }
    }

    @Test
    void opensItsAdministrationOnlyToItsKey() throws IOException {
        try (var core = lab.core("5.16.0-1", "PT0.05S")) {
            var stranger = new PartClient(LabParts.url(core), Duration.ofSeconds(2), Optional.of("another"));

            assertThat(stranger.status("/stat/nodes")).isEqualTo(403);
            assertThat(stranger.status("/admin/work")).isEqualTo(403);
            assertThat(stranger.status("/version")).isEqualTo(200);
        }
    }

    @Test
    void namesTheSettingThatIsBad() {
        assertThatThrownBy(() -> Core.start(lab.settings("5.16.0-1", Map.of("engineLoadTime", "two seconds"))))
                .isInstanceOf(BadSetting.class)
                .hasMessageContaining("engineLoadTime is 'two seconds': allowed is a duration such as PT3S");
    }
}
