package io.mddc.upgrade.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mddc.upgrade.cluster.Component;
import io.mddc.upgrade.cluster.HostId;
import io.mddc.upgrade.cluster.InstanceId;
import io.mddc.upgrade.cluster.PackageFile;
import io.mddc.upgrade.cluster.PackageFormat;
import io.mddc.upgrade.cluster.Platform;
import io.mddc.upgrade.cluster.Sha256;
import io.mddc.upgrade.cluster.Version;
import io.mddc.upgrade.contract.HostOrders.Verify;
import io.mddc.upgrade.contract.InstallOutcome.Installed;
import io.mddc.upgrade.json.UpgradeJson;
import io.mddc.upgrade.protocol.WorkerReport;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Payloads written before a field was added are read as if it were empty. */
class FormerPayloadsTest {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final HostMoment MOMENT =
            new HostMoment("4a2f2b0e-6d0c-4f5b-9d43-8f1d0f6f2c11", Duration.ofMillis(123_450));

    @Test
    void anInstallHasNoMomentByUptime() throws Exception {
        var outcome = new Installed(NOON, NOON.plusSeconds(5), Optional.of(MOMENT), Optional.empty());

        assertThat(roundTrip(outcome, InstallOutcome.class, "")).isEqualTo(outcome);
        assertThat(roundTrip(outcome, InstallOutcome.class, "beganByUptime"))
                .isEqualTo(new Installed(NOON, NOON.plusSeconds(5)));
    }

    @Test
    void anInstallNeedsNoRebootWhenNothingIsSaid() throws Exception {
        var outcome = new Installed(NOON, NOON.plusSeconds(5), Optional.empty(), Optional.of("asked for by md-core"));

        assertThat(roundTrip(outcome, InstallOutcome.class, "")).isEqualTo(outcome);
        assertThat(roundTrip(outcome, InstallOutcome.class, "needsReboot"))
                .isEqualTo(new Installed(NOON, NOON.plusSeconds(5)));
    }

    @Test
    void aVerificationIsAskedForWithoutAMomentByUptime() throws Exception {
        var order = verify(Optional.of(MOMENT));

        assertThat(roundTrip(order, Verify.class, "")).isEqualTo(order);
        assertThat(roundTrip(order, Verify.class, "installBeganByUptime")).isEqualTo(verify(Optional.empty()));
    }

    @Test
    void aPackageIsADebWhenNothingElseIsSaid() throws Exception {
        var deb = new PackageFile(
                new Sha256("a".repeat(64)),
                1,
                Component.CORE,
                "md-core",
                new Version("5.17.0-1"),
                "all",
                PackageFormat.DEB);

        assertThat(roundTrip(deb, PackageFile.class, "format")).isEqualTo(deb);
    }

    @Test
    void aReportIsOfAnUntoldPlatform() throws Exception {
        var report = new WorkerReport(new HostId("host-a"), "0.1.0", 0.5, 1, 2, List.of(), List.of());
        var told = report.on(Platform.parse("RPM/x86_64"));

        assertThat(roundTrip(told, WorkerReport.class, "")).isEqualTo(told);
        assertThat(roundTrip(told, WorkerReport.class, "platform")).isEqualTo(report);
    }

    private static Verify verify(Optional<HostMoment> moment) {
        return new Verify(
                new InstanceId("core-1"),
                new Version("5.17.0-1"),
                NOON,
                Baseline.OF_NO_PROCESS,
                Duration.ofMinutes(1),
                moment);
    }

    /** Through JSON, in which the field is not there. */
    private static <T> T roundTrip(T value, Class<T> type, String without) throws Exception {
        var mapper = UpgradeJson.mapper();
        var json = mapper.readTree(mapper.writeValueAsBytes(value));
        ((ObjectNode) json).remove(without);
        return mapper.treeToValue(json, type);
    }
}
