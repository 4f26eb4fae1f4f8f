package io.mddc.upgrade.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mddc.upgrade.cluster.Component;
import io.mddc.upgrade.cluster.Hook;
import io.mddc.upgrade.cluster.HostId;
import io.mddc.upgrade.cluster.InstanceId;
import io.mddc.upgrade.cluster.OperationId;
import io.mddc.upgrade.cluster.PackageFile;
import io.mddc.upgrade.cluster.PackageFormat;
import io.mddc.upgrade.cluster.Platform;
import io.mddc.upgrade.cluster.Sha256;
import io.mddc.upgrade.cluster.UpgradeId;
import io.mddc.upgrade.cluster.Version;
import io.mddc.upgrade.contract.HostOrders.Verify;
import io.mddc.upgrade.contract.InstallOutcome.Installed;
import io.mddc.upgrade.contract.MaintenanceOrders.OfStage;
import io.mddc.upgrade.contract.MaintenanceOrders.RunHook;
import io.mddc.upgrade.contract.UpgradePlans.Outline;
import io.mddc.upgrade.json.UpgradeJson;
import io.mddc.upgrade.plan.Policies;
import io.mddc.upgrade.plan.StageHook;
import io.mddc.upgrade.plan.StartTime;
import io.mddc.upgrade.protocol.WorkerReport;
import io.mddc.upgrade.run.Outcome;
import io.mddc.upgrade.run.RunEvent;
import io.mddc.upgrade.run.Step;
import io.mddc.upgrade.run.WaitReason;
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

    @Test
    void anUpgradeHasNoHooksAroundItsStagesWhenNothingIsSaid() throws Exception {
        var core = new InstanceId("core-1");
        var hook = new StageHook(Component.CORE, Hook.BEFORE_STAGE, core, new HostId("host-a"));
        var outline = new Outline(List.of(Component.CORE), Policies.DEFAULT, StartTime.NOW, List.of(hook));

        assertThat(roundTrip(outline, Outline.class, "")).isEqualTo(outline);
        assertThat(roundTrip(outline, Outline.class, "hooks").hooks()).isEmpty();
    }

    @Test
    void aHookIsOfAUnitWhenNoStageIsSaid() throws Exception {
        var operation = OperationId.parse("2026-11-22-1/core-1/800001");
        var stage = new OfStage(Component.CORE, Optional.of(Outcome.PARTIAL));
        var order = new RunHook(operation, Hook.AFTER_STAGE, Step.STAGE, Optional.of(stage));

        assertThat(roundTrip(order, RunHook.class, "")).isEqualTo(order);
        assertThat(roundTrip(order, RunHook.class, "stage"))
                .isEqualTo(new RunHook(operation, Hook.AFTER_STAGE, Step.STAGE));
    }

    @Test
    void aLineOfAStageIsOfNoHookWhenNothingIsSaid() throws Exception {
        var upgrade = new UpgradeId("2026-11-22-1");
        var line = new RunEvent.OfStage(
                "k1", upgrade, NOON, "runs", WaitReason.NOTHING, Component.CORE, Optional.of(Hook.AFTER_STAGE));

        assertThat(roundTrip(line, RunEvent.OfStage.class, "")).isEqualTo(line);
        assertThat(roundTrip(line, RunEvent.OfStage.class, "hook").hook()).isEmpty();
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
