package io.mddc.upgrade.lab.packaging;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import io.mddc.upgrade.cluster.Version;
import io.mddc.upgrade.lab.service.http.PartClient;
import io.mddc.upgrade.lab.service.http.PartUnreachable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** File Storage as its packages install it, with the programs that copy its data and put it back. */
class DataHookTest {
    private static final String ADDRESS = "127.0.24.8";
    private static final Version FORMER = new Version("2.5.0-1");
    private static final Version TARGET = new Version("2.6.0-1");

    private final PackageBuilder builder = new PackageBuilder();

    @TempDir
    private Path folder;

    private DpkgRoot root;
    private PartClient storage;
    private Path copy;

    @BeforeEach
    void runTheFormerVersionWithABlob() throws IOException {
        assumeThat(Path.of("/usr/bin/dpkg")).exists();
        int port = freePort();
        storage = new PartClient(URI.create("http://" + ADDRESS + ":" + port), Duration.ofSeconds(5));
        copy = folder.resolve("backups/of the data");
        root = new DpkgRoot(
                folder.resolve("root"),
                LabPart.FILE_STORAGE,
                Map.of("address", ADDRESS, "port", Integer.toString(port)));
        install(FORMER);
        awaitReadiness(200);
        storage.put("/blobs/abc1", BodyPublishers.ofString("one"));
    }

    @AfterEach
    void stop() throws IOException {
        root.close();
    }

    @Test
    void bringTheDataBackForTheFormerVersionAfterTheNewOneMigratedIt() throws IOException {
        root.program("backup", copy).mustBeGood();
        install(TARGET);
        awaitReadiness(200);
        install(FORMER);
        awaitReadiness(503);

        root.service("stop").mustBeGood();
        root.program("restore", copy).mustBeGood();
        root.program("restore", copy).mustBeGood();
        root.service("start").mustBeGood();

        awaitReadiness(200);
        assertThat(said("/blobs/abc1")).isEqualTo("one");
        assertThat(said("/version")).contains("\"2.5.0\"");
    }

    @Test
    void replaceACopyByANewOneThatNothingWrittenLaterChanges() throws IOException {
        root.program("backup", copy).mustBeGood();
        storage.put("/blobs/abc2", BodyPublishers.ofString("two"));
        root.program("backup", copy).mustBeGood();
        storage.put("/blobs/abc2", BodyPublishers.ofString("another"));

        assertThat(copy.resolve("blobs/abc1")).hasContent("one");
        assertThat(copy.resolve("blobs/abc2")).hasContent("two");
        assertThat(beside(".part")).doesNotExist();
        assertThat(beside(".former")).doesNotExist();
    }

    @Test
    void goOnWhereAnAttemptWasKilled() throws IOException {
        Files.createDirectories(beside(".part").resolve("blobs"));
        Files.createDirectories(beside(".former").resolve("blobs"));

        root.program("backup", copy).mustBeGood();

        assertThat(copy.resolve("blobs/abc1")).hasContent("one");
    }

    @Test
    void refuseToPutBackWhileTheServiceRunsOrWhatIsNoCopy() throws IOException {
        root.program("backup", copy).mustBeGood();

        var running = root.program("restore", copy);
        assertThat(running.exit()).isEqualTo(1);
        assertThat(running.output()).contains("md-cluster-file-storage runs: stop it first");
        awaitReadiness(200);

        root.service("stop").mustBeGood();
        assertThat(root.program("restore", folder.resolve("nothing")).output()).contains("holds no backup");
    }

    private Path beside(String ending) {
        return copy.resolveSibling(copy.getFileName() + ending);
    }

    private void install(Version version) throws IOException {
        root.install(builder.build(LabPart.FILE_STORAGE, version, folder)).mustBeGood();
    }

    /** While it opens its data, it is not ready either. */
    private void awaitReadiness(int status) {
        await().atMost(Duration.ofSeconds(20))
                .ignoreException(PartUnreachable.class)
                .until(() ->
                        storage.status("/readyz") == status && !said("/readyz").contains("is being brought"));
    }

    private String said(String path) {
        return new String(storage.exchange("GET", path, BodyPublishers.noBody()).body(), UTF_8);
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getByName(ADDRESS))) {
            return socket.getLocalPort();
        }
    }
}
