package io.mddc.upgrade.worker.artifact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mddc.upgrade.cluster.Component;
import io.mddc.upgrade.cluster.InstanceId;
import io.mddc.upgrade.cluster.PackageFile;
import io.mddc.upgrade.cluster.PackageFormat;
import io.mddc.upgrade.cluster.Version;
import io.mddc.upgrade.worker.fixture.FakeControlCenter;
import io.mddc.upgrade.worker.fixture.OwnRoot;
import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PackageStoreTest {
    private final FakeControlCenter controlCenter = new FakeControlCenter();
    private final byte[] content = new byte[300_000];
    private Path folder;
    private PackageStore store;
    private PackageFile wanted;

    @BeforeEach
    void offerPackage(@TempDir Path temporary) {
        folder = temporary;
        new Random(7).nextBytes(content);
        wanted = described(content.length);
        controlCenter.offering(wanted.digest(), content);
        store = storeWith(FakeControlCenter.CREDENTIAL);
    }

    @AfterEach
    void close() {
        controlCenter.close();
    }

    @Test
    void bringsAPackageUnderItsDigest() {
        var file = store.fetch(wanted, this::nothing);

        assertThat(file).hasBinaryContent(content).hasFileName(wanted.digest() + ".deb");
        assertThat(part()).doesNotExist();
        assertThat(store.checked(wanted.digest(), this::nothing)).isEqualTo(file);
    }

    @Test
    void fetchesNothingThatIsHere() {
        store.fetch(wanted, this::nothing);
        store.fetch(wanted, this::nothing);

        assertThat(controlCenter.ranges()).containsExactly("");
    }

    @Test
    void goesOnWhereADownloadBrokeOff() throws IOException {
        controlCenter.breakingDownloadAfter(100_000);

        assertThatThrownBy(() -> store.fetch(wanted, this::nothing)).isInstanceOf(SourceSilent.class);
        long have = Files.size(part());
        assertThat(have).isPositive();
        var file = store.fetch(wanted, this::nothing);

        assertThat(file).hasBinaryContent(content);
        assertThat(controlCenter.ranges()).containsExactly("", "bytes=" + have + "-");
    }

    @Test
    void beginsAnewWhenWhatLayHereWasNotItsBeginning() throws IOException {
        Files.createDirectories(part().getParent());
        Files.write(part(), new byte[50_000]);

        assertThat(store.fetch(wanted, this::nothing)).hasBinaryContent(content);
        assertThat(controlCenter.ranges()).containsExactly("bytes=50000-", "");
    }

    @Test
    void beginsAnewWhenTooMuchLayHere() throws IOException {
        Files.createDirectories(part().getParent());
        Files.write(part(), new byte[content.length + 1]);

        assertThat(store.fetch(wanted, this::nothing)).hasBinaryContent(content);
    }

    @Test
    void refusesBytesThatChangedOnTheirWay() {
        var corrupt = content.clone();
        corrupt[1234] ^= 1;
        controlCenter.offering(wanted.digest(), corrupt);

        assertThatThrownBy(() -> store.fetch(wanted, this::nothing))
                .isInstanceOf(DigestDiffers.class)
                .hasMessageContaining(wanted.digest().toString())
                .hasMessageContaining(OwnRoot.digestOf(corrupt).toString())
                .hasMessageContaining("what lies between the control center and this host")
                .hasMessageNotContainingAny("/packages/", "upload");
        assertThat(part()).doesNotExist();
    }

    @Test
    void seesBytesThatChangedOnThisHost() throws IOException {
        var file = store.fetch(wanted, this::nothing);
        Files.write(file, Arrays.copyOf(content, content.length - 1));

        assertThatThrownBy(() -> store.checked(wanted.digest(), this::nothing))
                .isInstanceOf(DigestDiffers.class)
                .hasMessageContaining("was changed")
                .hasMessageNotContaining("/packages/");
        assertThat(store.fetch(wanted, this::nothing)).hasBinaryContent(content);
    }

    @Test
    void saysWhenThePackageIsNowhere() {
        var unknown = new PackageFile(
                OwnRoot.digestOf(new byte[1]),
                1,
                Component.CORE,
                "md-core",
                new Version("5.17.0-1"),
                "all",
                PackageFormat.DEB);

        assertThatThrownBy(() -> store.fetch(unknown, this::nothing)).isInstanceOf(PackageUnknown.class);
        assertThatThrownBy(() -> store.checked(unknown.digest(), this::nothing)).isInstanceOf(PackageUnknown.class);
    }

    @Test
    void keepsNoErrorPageAsAPackage() {
        var stranger = storeWith("nobody's");

        assertThatThrownBy(() -> stranger.fetch(wanted, this::nothing))
                .isInstanceOf(SourceSilent.class)
                .hasMessageContaining("401");
        assertThat(part()).doesNotExist();
    }

    @Test
    void asksForRoomBeforeItFetches() {
        assertThatThrownBy(() -> store.fetch(described(Long.MAX_VALUE >> 2), this::nothing))
                .isInstanceOf(DiskFull.class)
                .hasMessageContaining("make room");
        assertThat(controlCenter.ranges()).isEmpty();
    }

    @Test
    void notesTheFormerPackageOfAnInstance() {
        store.keepFormer(new InstanceId("core-1"), wanted.digest());

        assertThat(folder.resolve("former/core-1")).hasContent(wanted.digest().toString());
    }

    private PackageStore storeWith(String credential) {
        var source = new PackageSource(
                HttpClient.newHttpClient(), controlCenter.url(), () -> credential, Duration.ofSeconds(10));
        return new PackageStore(folder, source);
    }

    private PackageFile described(long bytes) {
        return new PackageFile(
                OwnRoot.digestOf(content),
                bytes,
                Component.CORE,
                "md-core",
                new Version("5.17.0-1"),
                "all",
                PackageFormat.DEB);
    }

    private void nothing() {
        // Nobody looks while these wait.
    }

    private Path part() {
        return folder.resolve("packages").resolve(wanted.digest() + ".part");
    }
}
