package io.mddc.upgrade.controlcenter.permits;

import static io.mddc.upgrade.controlcenter.upgrades.Examples.CLOCK;
import static io.mddc.upgrade.controlcenter.upgrades.Examples.CORE_1;
import static io.mddc.upgrade.controlcenter.upgrades.Examples.FIRST;
import static io.mddc.upgrade.controlcenter.upgrades.Examples.FORMER;
import static io.mddc.upgrade.controlcenter.upgrades.Examples.HOST_A;
import static io.mddc.upgrade.controlcenter.upgrades.Examples.NOON;
import static io.mddc.upgrade.controlcenter.upgrades.Examples.TARGET;
import static io.mddc.upgrade.controlcenter.upgrades.Examples.started;
import static io.mddc.upgrade.controlcenter.upgrades.Examples.unit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mddc.upgrade.cluster.Component;
import io.mddc.upgrade.cluster.Health;
import io.mddc.upgrade.cluster.Hook;
import io.mddc.upgrade.cluster.HostId;
import io.mddc.upgrade.cluster.Instance;
import io.mddc.upgrade.cluster.InstanceId;
import io.mddc.upgrade.cluster.OperationId;
import io.mddc.upgrade.cluster.Sha256;
import io.mddc.upgrade.cluster.UpgradeId;
import io.mddc.upgrade.contract.ClusterHold;
import io.mddc.upgrade.controlcenter.hold.EmergencyStop;
import io.mddc.upgrade.controlcenter.hold.EmergencyStops;
import io.mddc.upgrade.controlcenter.inventory.InventoryDao;
import io.mddc.upgrade.controlcenter.store.OnBothDatabases;
import io.mddc.upgrade.controlcenter.upgrades.StoredClusterHold;
import io.mddc.upgrade.controlcenter.upgrades.StoredRunLog;
import io.mddc.upgrade.protocol.Permit;
import io.mddc.upgrade.protocol.PermitRequest;
import io.mddc.upgrade.run.Outcome;
import io.mddc.upgrade.run.RunEvent;
import io.mddc.upgrade.run.Step;
import io.mddc.upgrade.run.UnitState;
import io.mddc.upgrade.run.WaitReason;
import java.net.URI;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.ClassTemplate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ClassTemplate
@ExtendWith(OnBothDatabases.class)
class PermitsTest {
    private static final OperationId OPERATION = new OperationId(FIRST, CORE_1, 1);
    private static final InstanceId GATEWAY = new InstanceId("gateway-1");

    private static Permits permits(Jdbi jdbi, UnitState state) {
        started(jdbi);
        new StoredRunLog(jdbi).record(unit("key", CORE_1, state, 1));
        return new Permits(jdbi, CLOCK);
    }

    private static PermitRequest ask(Step step) {
        return new PermitRequest(OPERATION, step, Optional.empty());
    }

    private static PermitRequest install(Sha256 digest) {
        return new PermitRequest(OPERATION, Step.INSTALL, Optional.of(digest));
    }

    @Test
    void grantsTheStepThatIsRecorded(Jdbi jdbi) {
        var permits = permits(jdbi, UnitState.INSTALLING);

        assertThat(permits.grant(HOST_A, install(TARGET)))
                .isEqualTo(new Permit(HOST_A, OPERATION, Step.INSTALL, Optional.of(TARGET), Optional.empty(), NOON));
        assertThat(jdbi.<Integer, RuntimeException>withHandle(handle -> handle.select("SELECT count(*) FROM permit")
                        .mapTo(int.class)
                        .one()))
                .isEqualTo(1);
    }

    @Test
    void refusesAnotherStepThanTheRecordedOne(Jdbi jdbi) {
        var permits = permits(jdbi, UnitState.DRAINING);

        assertThat(permits.grant(HOST_A, ask(Step.DRAIN)).step()).isEqualTo(Step.DRAIN);
        assertThatThrownBy(() -> permits.grant(HOST_A, install(TARGET)))
                .isInstanceOf(PermitRefused.class)
                .hasMessageContaining("recorded as DRAINING, not in INSTALL");
    }

    @Test
    void refusesEverythingWhileAnEmergencyStopIsSet(Jdbi jdbi) {
        var permits = permits(jdbi, UnitState.INSTALLING);
        var stops = new EmergencyStops(jdbi, CLOCK);
        stops.set("anna", "smoke");

        assertThatThrownBy(() -> permits.grant(HOST_A, install(TARGET)))
                .isInstanceOf(EmergencyStop.class)
                .hasMessageContaining("Emergency stop by anna since 2026-11-22T12:00:00Z: smoke.");

        stops.release("carl", "all is well");
        assertThat(permits.grant(HOST_A, install(TARGET)).step()).isEqualTo(Step.INSTALL);
    }

    @Test
    void refusesAfterTheUnitsEnd(Jdbi jdbi) {
        var permits = permits(jdbi, UnitState.CANCELLED);

        assertThatThrownBy(() -> permits.grant(HOST_A, ask(Step.DRAIN))).isInstanceOf(PermitRefused.class);
    }

    @Test
    void refusesAnotherDigestThanThePlans(Jdbi jdbi) {
        var permits = permits(jdbi, UnitState.INSTALLING);

        assertThatThrownBy(() -> permits.grant(HOST_A, install(FORMER))).hasMessageContaining("the plan installs 777");
        assertThatThrownBy(() -> permits.grant(HOST_A, ask(Step.INSTALL))).hasMessageContaining("without a digest");
    }

    @Test
    void refusesAnotherHostInstanceOrUpgrade(Jdbi jdbi) {
        var permits = permits(jdbi, UnitState.DRAINING);
        var other = new OperationId(FIRST, new InstanceId("core-9"), 1);
        var earlier = new OperationId(new UpgradeId("2026-11-21-1"), CORE_1, 1);

        assertThatThrownBy(() -> permits.grant(new HostId("host-b"), ask(Step.DRAIN)))
                .hasMessageContaining("it is on host-a, not on host-b");
        assertThatThrownBy(() -> permits.grant(HOST_A, new PermitRequest(other, Step.DRAIN, Optional.empty())))
                .hasMessageContaining("core-9 is not part of upgrade");
        assertThatThrownBy(() -> permits.grant(HOST_A, new PermitRequest(earlier, Step.DRAIN, Optional.empty())))
                .hasMessageContaining("does not hold the cluster");
    }

    @Test
    void grantsWhatARebootNeedsWhereThePolicyAllowsIt(Jdbi jdbi) {
        var permits = permits(jdbi, UnitState.INSTALLING);
        allowReboots(jdbi);
        isOn(jdbi, GATEWAY, "host-a");

        assertThat(permits.grant(HOST_A, reboot(Step.INSTALL, GATEWAY)).forReboot())
                .contains(GATEWAY);
        assertThat(permits.grant(HOST_A, reboot(Step.INSTALL, CORE_1)).forReboot())
                .contains(CORE_1);
        assertThat(new StoredClusterHold(jdbi, CLOCK).touched(FIRST))
                .extracting(ClusterHold.Touched::instance)
                .containsExactlyInAnyOrder(CORE_1, GATEWAY);
    }

    @Test
    void refusesARebootThatThePolicyDoesNotAllow(Jdbi jdbi) {
        var permits = permits(jdbi, UnitState.INSTALLING);
        isOn(jdbi, GATEWAY, "host-a");

        assertThatThrownBy(() -> permits.grant(HOST_A, reboot(Step.INSTALL, GATEWAY)))
                .hasMessageContaining("does not allow reboots");
    }

    @Test
    void refusesToTouchAnotherHostOrAnotherStepForAReboot(Jdbi jdbi) {
        var permits = permits(jdbi, UnitState.INSTALLING);
        allowReboots(jdbi);
        isOn(jdbi, GATEWAY, "host-b");

        assertThatThrownBy(() -> permits.grant(HOST_A, reboot(Step.INSTALL, GATEWAY)))
                .hasMessageContaining("gateway-1 is not known on host-a");
        assertThatThrownBy(() -> permits.grant(HOST_A, reboot(Step.DRAIN, CORE_1)))
                .hasMessageContaining("not in DRAIN");
    }

    private static PermitRequest reboot(Step step, InstanceId touched) {
        return new PermitRequest(OPERATION, step, Optional.empty(), Optional.of(touched));
    }

    private static void allowReboots(Jdbi jdbi) {
        jdbi.useHandle(handle -> handle.execute(
                "UPDATE upgrade SET policy = replace(policy, ?, ?)",
                "\"reboots\":{\"allowed\":false}",
                "\"reboots\":{\"allowed\":true}"));
    }

    private static void isOn(Jdbi jdbi, InstanceId instance, String host) {
        var reported = new Instance(
                instance,
                Component.API_GATEWAY,
                new HostId(host),
                URI.create("http://127.0.0.1:8899"),
                Optional.empty(),
                "2.5.0",
                Health.READY,
                "");
        jdbi.useExtension(InventoryDao.class, dao -> dao.insert(reported, NOON));
    }

    @Test
    void grantsAHookAroundAStageOnlyWhileItIsRecordedToRun(Jdbi jdbi) {
        var permits = permits(jdbi, UnitState.PENDING);
        var log = new StoredRunLog(jdbi);
        assertThatThrownBy(() -> permits.grant(HOST_A, ask(Step.STAGE)))
                .isInstanceOf(PermitRefused.class)
                .hasMessageContaining("no hook is recorded to run around a stage of which core-1 on host-a is a unit");

        log.record(ofStage("begins", Optional.of(Hook.BEFORE_STAGE)));
        assertThat(permits.grant(HOST_A, ask(Step.STAGE)).step()).isEqualTo(Step.STAGE);
        assertThatThrownBy(() -> permits.grant(new HostId("host-b"), ask(Step.STAGE)))
                .hasMessageContaining("no hook is recorded");

        log.record(ofStage("ended", Optional.empty()));
        assertThatThrownBy(() -> permits.grant(HOST_A, ask(Step.STAGE))).isInstanceOf(PermitRefused.class);
    }

    private static RunEvent ofStage(String key, Optional<Hook> hook) {
        return new RunEvent.OfStage(key, FIRST, NOON, key, WaitReason.NOTHING, Component.CORE, hook);
    }

    @Test
    void refusesWhenTheClusterIsGivenBack(Jdbi jdbi) {
        var permits = permits(jdbi, UnitState.DRAINING);
        new StoredClusterHold(jdbi, CLOCK).giveBack(FIRST, Outcome.ABORTED, "Aborted.");

        assertThatThrownBy(() -> permits.grant(HOST_A, ask(Step.DRAIN)))
                .hasMessageContaining("does not hold the cluster");
    }
}
