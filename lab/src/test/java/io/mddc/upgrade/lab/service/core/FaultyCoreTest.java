package io.mddc.upgrade.lab.service.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.mddc.upgrade.lab.fault.FaultKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each is a process of its own, told by the fault file beside its settings, as on a host. */
class FaultyCoreTest {
    private static final String EICAR = "X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-STANDARD-" + "ANTIVIRUS-TEST-FILE!$H+H*";
    private static final Duration LATER = Duration.ofSeconds(3);

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
    void endsAtOnceWhenItNeverStarts() throws Exception {
        try (var core = start(FaultKind.NEVER_STARTS)) {
            assertThat(core.exitStatus()).isEqualTo(1);
            assertThat(core.said()).contains("Version 5.17.0-1 never starts");
        }
    }

    @Test
    void livesWithoutEverBeingReady() throws Exception {
        try (var core = start(FaultKind.NEVER_READY)) {
            core.awaitAnswer();
            await().until(() ->
                    core.get("/readyz").path("database").path("status").asBoolean());

            assertThat(core.client().status("/readyz")).isEqualTo(503);
            assertThat(engines(core)).isZero();
            assertThat(core.get("/admin/work").path("takingWork").asBoolean()).isFalse();
            assertThat(core.get("/version").path("version").asText()).isEqualTo("5.17.0");
        }
    }

    @Test
    void saysItIsTheVersionThatWasThereBefore() throws Exception {
        Files.createDirectories(folder.resolve("data"));
        Files.writeString(folder.resolve("data/former-version"), "5.16.0-1\n");
        try (var core = start(FaultKind.WRONG_VERSION)) {
            core.awaitReady();

            assertThat(core.get("/version").path("version").asText()).isEqualTo("5.16.0");
            assertThat(core.get("/stat/nodes").findValue("version").asText()).isEqualTo("5.16.0");
        }
    }

    @Test
    void missesEicarInDirectScansAndInNormalWork() throws Exception {
        try (var core = start(FaultKind.WRONG_VERDICT)) {
            core.awaitReady();

            assertThat(core.directScan(EICAR)).isEqualTo("Allowed/No Threat Detected");
            assertThat(core.directScan("clean")).isEqualTo("Allowed/No Threat Detected");
            lab.submit(EICAR, "infected");
            await().until(() -> lab.verdict("infected").isPresent());
            assertThat(lab.verdict("infected")).contains("Allowed");
        }
    }

    @Test
    void diesAWhileAfterItsIsolationWasReleasedAndNotBefore() throws Exception {
        try (var core = start(FaultKind.DIES_LATER)) {
            core.awaitReady();
            core.isolate();
            var released = Instant.now();
            core.release();

            assertThat(core.exitStatus()).isEqualTo(1);
            var died = Instant.parse(
                    Files.readString(folder.resolve("data/died-by-itself")).strip());
            assertThat(Duration.between(released, died)).isGreaterThanOrEqualTo(LATER);
        }
    }

    @Test
    void missesAnEngineAWhileAfterItsIsolationWasReleasedAndGoesOnScanning() throws Exception {
        try (var core = start(FaultKind.REPORTS_TROUBLE)) {
            core.awaitReady();
            core.isolate();
            assertThat(engines(core)).isEqualTo(2);
            core.release();

            await().until(() -> engines(core) == 1);
            assertThat(core.client().status("/readyz")).isEqualTo(200);
            assertThat(core.get("/stat/nodes").findValue("issues").toString())
                    .contains("archive_1_linux is not active");
            lab.submit("clean", "later");
            await().until(() -> lab.verdict("later").isPresent());
        }
    }

    @Test
    void isGoodInEveryOtherVersionThanTheOneTheHostIsToldOf() throws Exception {
        Files.writeString(folder.resolve("fault"), "never-starts 5.17.0-1\n");
        try (var core = CoreProcess.start(folder, lab.settings("5.16.0-1", Map.of()))) {
            core.awaitReady();

            assertThat(core.directScan(EICAR)).isEqualTo("Blocked/Infected");
        }
    }

    @Test
    void isBadOnEveryHostByItsOwnPackage() throws Exception {
        Files.writeString(folder.resolve("FAULT"), "never-starts\n");
        try (var core = CoreProcess.start(folder, lab.settings("5.17.0-1", Map.of()))) {
            assertThat(core.exitStatus()).isEqualTo(1);
        }
    }

    @Test
    void saysGoodbyeWhenItIsStoppedWithNothingInWorkAndLosesNothing() throws Exception {
        try (var core = CoreProcess.start(folder, lab.settings("5.16.0-1", Map.of()))) {
            core.awaitReady();
            await().until(() -> lab.active() == 1);

            core.jvm().tellToEnd();

            core.exitStatus();
            assertThat(lab.active()).isZero();
            lab.submit("meanwhile");
        }
        try (var core = CoreProcess.start(folder, lab.settings("5.16.0-1", Map.of()))) {
            core.awaitReady();
            await().until(() -> lab.verdict("meanwhile").isPresent());
            assertThat(lab.verdict("meanwhile")).contains("Allowed");
            assertThat(lab.active()).isEqualTo(1);
        }
    }

    private CoreProcess start(FaultKind fault) throws IOException {
        Files.writeString(folder.resolve("fault"), fault.word() + " 5.17.0-1\n");
        return CoreProcess.start(folder, lab.settings("5.17.0-1", Map.of()));
    }

    private static long engines(CoreProcess core) {
        JsonNode engines = core.get("/stat/nodes").findValue("engines");
        return engines.findValues("active").stream().filter(JsonNode::asBoolean).count();
    }
}
