package io.mddc.upgrade.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.Optional;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ValuesTest {
    private static final Sha256 DIGEST = new Sha256("a".repeat(64));

    @Test
    void idsShowAndSortAsTheirText() {
        assertThat(Stream.of("host-b", "host-a").map(HostId::new).sorted()).hasToString("[host-a, host-b]");
        assertThat(Stream.of("core-2", "core-1").map(InstanceId::new).sorted()).hasToString("[core-1, core-2]");
        assertThat(Stream.of("2026-11-22-2", "2026-11-22-1").map(UpgradeId::new).sorted())
                .hasToString("[2026-11-22-1, 2026-11-22-2]");
        assertThat(Stream.of("b", "a")
                        .map(digit -> new Sha256(digit.repeat(64)))
                        .sorted())
                .extracting(Sha256::toString)
                .containsExactly("a".repeat(64), "b".repeat(64));
    }

    @Test
    void refusesTextThatIsNoId() {
        refuses(() -> new HostId("Host A"), "'Host A' is not a host id");
        refuses(() -> new InstanceId("../core"), "'../core' is not an instance id");
        refuses(() -> new UpgradeId("today"), "'today' is not an upgrade id");
        refuses(() -> new Sha256("A".repeat(64)), "is not a SHA-256 digest");
    }

    @Test
    void anOperationIdIsReadFromWhatItShows() {
        var id = new OperationId(new UpgradeId("2026-11-22-1"), new InstanceId("core-1"), 3);

        assertThat(id).hasToString("2026-11-22-1/core-1/3");
        assertThat(OperationId.parse(id.toString())).isEqualTo(id);
        assertThat(new OperationId(id.upgrade(), id.instance(), 1).n()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-11-22-1/core-1", "2026-11-22-1/core-1/0", "2026-11-22-1/core-1/1/1", ""})
    void refusesWhatIsNoOperationId(String text) {
        refuses(() -> OperationId.parse(text), "'" + text + "' is not an operation id");
        refuses(
                () -> new OperationId(new UpgradeId("2026-11-22-1"), new InstanceId("core-1"), 0),
                "operation number is 0");
    }

    @ParameterizedTest
    @EnumSource
    void eachComponentIsUpgradedAsTheVendorsTableSays(Component component) {
        var expected = switch (component) {
            case CORE -> "MetaDefender Core 0 DEFERRAL";
            case WORKER -> "Worker 1 INSTALLER";
            case API_GATEWAY -> "API Gateway 1 DEFERRAL";
            case CONTROL_CENTER -> "Control Center 1 INSTALLER";
            case IDENTITY_SERVICE -> "Identity Service 1 INSTALLER";
            case FILE_STORAGE -> "File Storage 2 INSTALLER";
        };
        assertThat(component.title() + " " + component.impact().level() + " " + component.method())
                .isEqualTo(expected);
    }

    @Test
    void eachLevelSaysWhatItDoesToFiles() {
        assertThat(ImpactLevel.NONE.sentence()).contains("does not impact file processing");
        assertThat(ImpactLevel.PARTIAL.sentence()).contains("Files already inside are not affected");
        assertThat(ImpactLevel.SYSTEM_DOWN.sentence()).contains("entire system");
    }

    @ParameterizedTest
    @CsvSource({"READY, '', true", "READY, upgrade/1, false", "NOT_READY, '', false", "UNREACHABLE, '', false"})
    void anInstanceIsActiveWhenItIsReadyAndNobodyIsolatesIt(Health health, String owner, boolean active) {
        var instance = new Instance(
                new InstanceId("core-1"),
                Component.CORE,
                new HostId("host-a"),
                URI.create("http://127.0.0.1:8008"),
                Optional.empty(),
                "",
                health,
                owner);

        assertThat(instance.isActive()).isEqualTo(active);
    }

    @Test
    void aPackageIsNamedAsItsFormatDoesWithoutItsEpoch() {
        assertThat(file("md-core", "amd64", PackageFormat.DEB).fileName()).isEqualTo("md-core_5.17.0-1_amd64.deb");
        assertThat(file("md-core", "x86_64", PackageFormat.RPM).fileName()).isEqualTo("md-core-5.17.0-1.x86_64.rpm");
        assertThat(file("md-core", "noarch", PackageFormat.ARCHIVE).fileName())
                .isEqualTo("md-core-5.17.0-1.noarch.tar.gz");
    }

    @Test
    void anMsiIsNamedAsItsVendorLikes() {
        var file = file("MetaDefender Core", "x64", PackageFormat.MSI);

        assertThat(file.mayBeNamed("ometascan-5.17.0.MSI")).isTrue();
        assertThat(file.mayBeNamed("ometascan-5.17.0.deb")).isFalse();
        assertThat(file("md-core", "all", PackageFormat.DEB).mayBeNamed("ometascan.deb"))
                .isFalse();
    }

    @Test
    void refusesWhatIsNoPackage() {
        refuses(() -> file("MD Core", "amd64", PackageFormat.DEB), "'MD Core' is not the name of a DEB package");
        refuses(() -> file("md/core", "x64", PackageFormat.MSI), "'md/core' is not the name of a MSI package");
        refuses(() -> file("md-core", "x 86", PackageFormat.RPM), "'x 86' is not an architecture");
        refuses(
                () -> new PackageFile(DIGEST, 0, Component.CORE, "md-core", new Version("1"), "all", PackageFormat.DEB),
                "a package of 0 bytes");
    }

    @ParameterizedTest
    @CsvSource({
        "DEB/x86_64, amd64, true",
        "DEB/amd64, all, true",
        "RPM/x86_64, aarch64, false",
        "RPM/aarch64, noarch, true",
        "MSI/amd64, x64, true",
        "MSI/amd64, Arm64, false",
        "DEB/, arm64, true"
    })
    void aPlatformRunsThePackagesForItsMachine(String platform, String architecture, boolean runs) {
        var parsed = Platform.parse(platform);

        assertThat(parsed.runs(file("md-core", architecture, parsed.format()))).isEqualTo(runs);
        assertThat(Platform.parse(parsed.toString())).isEqualTo(parsed);
    }

    @Test
    void refusesWhatIsNoPlatform() {
        refuses(() -> Platform.parse("RPM"), "'RPM' is not a platform: allowed is <format>/<machine>");
        refuses(() -> Platform.parse("RPM/x 86"), "'x 86' is not the name of a machine");
    }

    @ParameterizedTest
    @CsvSource({"1:2.0-3, 1, 2.0, 3, 2.0-3", "2.0, 0, 2.0, '', 2.0", "2-0-1, 0, 2-0, 1, 2-0-1"})
    void aVersionHasAnEpochAnUpstreamAndARevision(
            String text, int epoch, String upstream, String revision, String without) {
        var version = new Version(text);

        assertThat(version).hasToString(text);
        assertThat(version.epoch()).isEqualTo(epoch);
        assertThat(version.upstream()).isEqualTo(upstream);
        assertThat(version.revision()).isEqualTo(revision);
        assertThat(version.withoutEpoch()).isEqualTo(without);
    }

    private static PackageFile file(String name, String architecture, PackageFormat format) {
        return new PackageFile(DIGEST, 1, Component.CORE, name, new Version("1:5.17.0-1"), architecture, format);
    }

    private static void refuses(ThrowingCallable value, String why) {
        assertThatThrownBy(value).isInstanceOf(IllegalArgumentException.class).hasMessageContaining(why);
    }
}
