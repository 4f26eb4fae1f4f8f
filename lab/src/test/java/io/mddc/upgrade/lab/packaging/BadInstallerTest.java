package io.mddc.upgrade.lab.packaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.mddc.upgrade.cluster.Version;
import io.mddc.upgrade.lab.fault.FaultKind;
import io.mddc.upgrade.lab.service.http.PartClient;
import io.mddc.upgrade.lab.service.http.PartUnreachable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A Core of the former version, a new one whose installer is bad, and what it takes to be back on the former. */
class BadInstallerTest {
    private static final String ADDRESS = "127.0.0.41";
    private static final Version FORMER = new Version("5.16.0-1");
    private static final Version TARGET = new Version("5.17.0-1");

    private static final PackageBuilder BUILDER = new PackageBuilder();

    @TempDir
    private static Path packages;

    private static Path former;
    private static Path good;

    @TempDir
    private Path folder;

    private DpkgRoot root;
    private PartClient core;

    private enum Told {
        BY_THE_PACKAGE,
        BY_THE_HOST
    }

    @BeforeAll
    static void buildGoodPackages() {
        former = BUILDER.build(LabPart.CORE, FORMER, packages);
        good = BUILDER.build(LabPart.CORE, TARGET, packages);
    }

    @BeforeEach
    void runTheFormerVersion() throws Exception {
        assumeThat(Path.of("/usr/bin/dpkg")).exists();
        int port = freePort();
        core = new PartClient(URI.create("http://" + ADDRESS + ":" + port), Duration.ofSeconds(2));
        root = new DpkgRoot(folder.resolve("root"), LabPart.CORE, settings(port));
        root.install(former).mustBeGood();
        awaitVersion("5.16.0");
    }

    @AfterEach
    void stop() throws Exception {
        root.close();
    }

    @ParameterizedTest
    @EnumSource
    void thatFailsEarlyLeavesTheOldFilesAndTheOldVersionRunning(Told told) throws Exception {
        var result = root.install(bad(FaultKind.INSTALLER_FAILS_EARLY, told));

        assertThat(result.exit()).as(result.output()).isEqualTo(1);
        assertThat(result.output()).contains("this installer fails before it has replaced a file");
        assertThat(root.status()).isEqualTo("ii 5.16.0-1");
        assertThat(root.audit()).isEmpty();
        assertThat(root.opt().resolve("VERSION")).hasContent("5.16.0-1");
        awaitVersion("5.16.0");
        goesBack();
    }

    @ParameterizedTest
    @EnumSource
    void thatFailsLateIsHalfConfiguredUntilTheFormerIsPutBack(Told told) throws Exception {
        var result = root.install(bad(FaultKind.INSTALLER_FAILS_LATE, told));

        assertThat(result.exit()).as(result.output()).isEqualTo(1);
        assertThat(root.status()).isEqualTo("iF 5.17.0-1");
        assertThat(root.audit()).contains("half configured", "md-core");
        assertThat(root.repair().exit()).isEqualTo(1);
        assertThat(root.status()).isEqualTo("iF 5.17.0-1");
        goesBack();
    }

    @Test
    void thatHangsIsRepairedAfterItWasKilledAndHangsAgainWhenInstalledAgain() throws Exception {
        var hangs = bad(FaultKind.INSTALLER_HANGS, Told.BY_THE_HOST);

        assertThat(root.dpkg(Duration.ofSeconds(6), "-i", hangs.toString()).exit())
                .isEqualTo(124);
        assertThat(root.status()).isEqualTo("iF 5.17.0-1");
        root.repair().mustBeGood();
        assertThat(root.status()).isEqualTo("ii 5.17.0-1");
        assertThat(root.audit()).isEmpty();
        goesBack();
        assertThat(root.dpkg(Duration.ofSeconds(6), "-i", hangs.toString()).exit())
                .isEqualTo(124);
        goesBack();
    }

    @Test
    void thatIsGoodForAVersionThatNeverStartsSaysNothing() throws Exception {
        var result = root.install(bad(FaultKind.NEVER_STARTS, Told.BY_THE_PACKAGE));

        result.mustBeGood();
        assertThat(root.status()).isEqualTo("ii 5.17.0-1");
        await().until(() -> root.service("status").exit() == 3);
        goesBack();
    }

    @Test
    void isSilentForAVersionThatSaysItIsTheFormer() throws Exception {
        root.install(bad(FaultKind.WRONG_VERSION, Told.BY_THE_HOST)).mustBeGood();

        assertThat(root.status()).isEqualTo("ii 5.17.0-1");
        var process = root.pid();
        awaitVersion("5.16.0");
        goesBack();
        assertThat(root.pid()).isNotEqualTo(process);
    }

    /** As a worker does it: the former package over whatever is there, nothing else. */
    private void goesBack() throws Exception {
        root.install(former).mustBeGood();

        assertThat(root.status()).isEqualTo("ii 5.16.0-1");
        assertThat(root.audit()).isEmpty();
        awaitVersion("5.16.0");
    }

    private Path bad(FaultKind fault, Told told) throws IOException {
        if (told == Told.BY_THE_PACKAGE) {
            return BUILDER.buildBad(LabPart.CORE, TARGET, fault, folder);
        }
        root.makeBad(fault, TARGET);
        return good;
    }

    private void awaitVersion(String version) {
        await().atMost(Duration.ofSeconds(30))
                .ignoreException(PartUnreachable.class)
                .until(() -> core.get("/version", JsonNode.class)
                        .path("version")
                        .asText()
                        .equals(version));
    }

    private static Map<String, String> settings(int port) {
        var values = new HashMap<>(Map.of("scanTime.seed", "1", "scanTime.median", "PT0.05S"));
        values.putAll(Map.of("scanTime.p99", "PT60S", "scanTime.most", "PT0.5S", "filesAtOnce", "1"));
        values.putAll(Map.of("id", "core-1", "address", ADDRESS, "port", Integer.toString(port), "operatorKey", "key"));
        values.putAll(Map.of("engineLoadTime", "PT0.05S", "sharedUrl", "http://" + ADDRESS + ":9"));
        values.put("storageUrl", "http://" + ADDRESS + ":9");
        return values;
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getByName(ADDRESS))) {
            return socket.getLocalPort();
        }
    }
}
