package io.mddc.upgrade.controlcenter.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mddc.upgrade.cluster.Component;
import io.mddc.upgrade.cluster.Health;
import io.mddc.upgrade.cluster.HostId;
import io.mddc.upgrade.cluster.HostNote;
import io.mddc.upgrade.cluster.Instance;
import io.mddc.upgrade.cluster.InstanceId;
import io.mddc.upgrade.cluster.OperationId;
import io.mddc.upgrade.cluster.Platform;
import io.mddc.upgrade.cluster.UpgradeId;
import io.mddc.upgrade.cluster.Version;
import io.mddc.upgrade.contract.ClusterState.Active;
import io.mddc.upgrade.contract.ClusterState.OnHost;
import io.mddc.upgrade.controlcenter.store.OnBothDatabases;
import io.mddc.upgrade.plan.HostView;
import io.mddc.upgrade.plan.StatedInstances;
import io.mddc.upgrade.protocol.WorkerReport;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.ClassTemplate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ClassTemplate
@ExtendWith(OnBothDatabases.class)
class InventoryStoreTest {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00.123456Z");
    private static final InstanceId IDENTITY = new InstanceId("identity-1");
    private static final OperationId OPEN = OperationId.parse("2026-11-22-1/core-1/1");

    private static Inventory at(Jdbi jdbi, Instant now) {
        return new Inventory(
                jdbi.onDemand(InventoryDao.class), Duration.ofSeconds(15), Clock.fixed(now, ZoneOffset.UTC));
    }

    private static Instance core(String id, String host, Health health, String isolatedBy) {
        return new Instance(
                new InstanceId(id),
                Component.CORE,
                new HostId(host),
                URI.create("http://127.0.0.1:8008"),
                Optional.of(new Version("5.16.0-1")),
                "5.16.0",
                health,
                isolatedBy);
    }

    private static Instance core(String id, String host) {
        return core(id, host, Health.READY, "");
    }

    private static WorkerReport report(String host, Instance... instances) {
        return new WorkerReport(new HostId(host), "0.1.0", 0.5, 1L << 40, 2, List.of(instances), List.of(OPEN));
    }

    @Test
    void aReportIsReadBackWhole(Jdbi jdbi) {
        at(jdbi, NOON).take(report("host-a", core("core-1", "host-a")));
        var dao = jdbi.onDemand(InventoryDao.class);

        assertThat(dao.findWorker(new HostId("host-a")))
                .contains(new WorkerRow(
                        new HostId("host-a"),
                        "0.1.0",
                        0.5,
                        1L << 40,
                        2,
                        List.of(OPEN),
                        Optional.empty(),
                        List.of(),
                        NOON));
        assertThat(dao.find(new InstanceId("core-1")))
                .contains(new Reported(core("core-1", "host-a"), NOON, Optional.empty(), Optional.empty()));
        assertThat(dao.find(new InstanceId("core-2"))).isEmpty();
    }

    @Test
    void anInstanceWithoutAnInstalledVersionIsKeptAsSuch(Jdbi jdbi) {
        var bare = new Instance(
                new InstanceId("core-1"),
                Component.CORE,
                new HostId("host-a"),
                URI.create("http://127.0.0.1:8008"),
                Optional.empty(),
                "",
                Health.UNREACHABLE,
                "");

        at(jdbi, NOON).take(report("host-a", bare));

        assertThat(at(jdbi, NOON).instances()).containsExactly(bare);
    }

    @Test
    void whatAHostInstallsAndItsNotesAreKnownOnceItsWorkerSaysThem(Jdbi jdbi) {
        var redHat = Platform.parse("RPM/x86_64");
        at(jdbi, NOON).take(report("host-a"));
        at(jdbi, NOON).take(report("host-b"));
        var note = new HostNote(HostNote.Kind.AUTOMATIC_UPDATES, Optional.empty());
        at(jdbi, NOON.plusSeconds(2)).take(report("host-b").on(redHat).noting(List.of(note)));

        assertThat(at(jdbi, NOON).hosts())
                .isEqualTo(Map.of(
                        new HostId("host-a"), new HostView(Platform.UNTOLD, 2, List.of()),
                        new HostId("host-b"), new HostView(redHat, 2, List.of(note))));
    }

    @Test
    void theNextReportReplacesTheFormer(Jdbi jdbi) {
        at(jdbi, NOON).take(report("host-a", core("core-1", "host-a"), core("core-2", "host-a")));
        at(jdbi, NOON).take(report("host-b", core("core-3", "host-b")));

        at(jdbi, NOON.plusSeconds(2)).take(report("host-a", core("core-2", "host-a", Health.NOT_READY, "me")));

        assertThat(at(jdbi, NOON).instances())
                .containsExactly(core("core-2", "host-a", Health.NOT_READY, "me"), core("core-3", "host-b"));
    }

    @Test
    void anInstanceBelongsToOneLivingHost(Jdbi jdbi) {
        at(jdbi, NOON).take(report("host-a", core("core-1", "host-a")));
        var moved = report("host-b", core("core-1", "host-b"));

        assertThatThrownBy(() -> at(jdbi, NOON.plusSeconds(1)).take(moved)).isInstanceOf(InstanceOfAnotherHost.class);
        assertThatThrownBy(() -> at(jdbi, NOON).take(report("host-b", core("core-1", "host-a"))))
                .isInstanceOf(InstanceOfAnotherHost.class);

        at(jdbi, NOON.plusSeconds(60)).take(moved);
        assertThat(at(jdbi, NOON).instances()).containsExactly(core("core-1", "host-b"));
    }

    @Test
    void aHostWithoutReportsIsSilentAndItsInstallsAreForgottenInTheEnd(Jdbi jdbi) {
        at(jdbi, NOON).take(report("host-a"));
        var minute = Duration.ofMinutes(1);

        assertThat(at(jdbi, NOON.plusSeconds(15)).silentHosts()).isEmpty();
        assertThat(at(jdbi, NOON.plusSeconds(16)).silentHosts()).containsExactly(new HostId("host-a"));
        assertThat(at(jdbi, NOON.plusSeconds(59)).openInstalls(OPEN.upgrade(), minute))
                .containsExactly(OPEN);
        assertThat(at(jdbi, NOON.plusSeconds(60)).openInstalls(OPEN.upgrade(), minute))
                .isEmpty();
        assertThat(at(jdbi, NOON).openInstalls(new UpgradeId("2026-11-22-2"), minute))
                .isEmpty();
    }

    @Test
    void onlyReportsAfterTheQuestionCountAndSilentHostsAreNamed(Jdbi jdbi) {
        var clock = Clock.systemUTC();
        var inventory = new Inventory(jdbi.onDemand(InventoryDao.class), Duration.ofSeconds(15), clock);
        inventory.take(report("host-a", core("core-1", "host-a"), core("core-2", "host-a", Health.READY, "me")));
        inventory.take(report("host-b", core("core-3", "host-b")));
        var state = new FreshClusterState(jdbi.onDemand(InventoryDao.class), Duration.ofSeconds(2), clock);

        var answer = CompletableFuture.supplyAsync(() -> state.active(Component.CORE));
        reportUntil(
                answer,
                inventory,
                report("host-a", core("core-1", "host-a"), core("core-2", "host-a", Health.READY, "me")));

        assertThat(answer.join()).isEqualTo(new Active(List.of(new InstanceId("core-1")), List.of("host-b")));
    }

    @Test
    void answersAsSoonAsEveryHostHasReported(Jdbi jdbi) {
        var clock = Clock.systemUTC();
        var inventory = new Inventory(jdbi.onDemand(InventoryDao.class), Duration.ofSeconds(15), clock);
        inventory.take(report("host-a", core("core-1", "host-a")));
        var state = new FreshClusterState(jdbi.onDemand(InventoryDao.class), Duration.ofHours(1), clock);

        var answer = CompletableFuture.supplyAsync(() -> state.active(Component.CORE));
        reportUntil(answer, inventory, report("host-a", core("core-1", "host-a")));

        assertThat(answer.join()).isEqualTo(new Active(List.of(new InstanceId("core-1")), List.of()));
    }

    @Test
    void tellsWhatIsOnAHostAndHowManyOfItsKindsThereAre(Jdbi jdbi) {
        var clock = Clock.systemUTC();
        var inventory = new Inventory(jdbi.onDemand(InventoryDao.class), Duration.ofSeconds(15), clock);
        var onHost = report("host-a", core("core-1", "host-a"), core("core-2", "host-a", Health.READY, "me"));
        inventory.take(report("host-b", core("core-3", "host-b")));
        inventory.take(onHost);
        var state = new FreshClusterState(jdbi.onDemand(InventoryDao.class), Duration.ofHours(1), clock);

        var answer = CompletableFuture.supplyAsync(() -> state.onHost(new HostId("host-a")));
        reportUntil(answer, inventory, onHost);

        assertThat(answer.join()).isEqualTo(new OnHost(onHost.instances(), Map.of(Component.CORE, 3)));
    }

    private static Statement identity(String host) {
        return new Statement(
                Optional.empty(),
                Component.IDENTITY_SERVICE,
                new HostId(host),
                Platform.parse("RPM/x86_64"),
                URI.create("http://10.0.0.7:8009"),
                new Version("2.5.0-1"));
    }

    private static Statements statements(Jdbi jdbi, Instant now) {
        return new Statements(jdbi.onDemand(InventoryDao.class), at(jdbi, now), Clock.fixed(now, ZoneOffset.UTC));
    }

    @Test
    void whatAPersonStatesIsKeptUntilAWorkerSaysWhatIsThere(Jdbi jdbi) {
        var stated = statements(jdbi, NOON).put(IDENTITY, identity("host-x"), "anna");

        assertThat(stated.statedBy()).contains("anna");
        assertThat(stated.instance().health()).isEqualTo(Health.UNREACHABLE);
        assertThat(statements(jdbi, NOON).known(Optional.of(new HostId("host-a"))))
                .isEqualTo(new StatedInstances(
                        Map.of(IDENTITY, Platform.parse("RPM/x86_64")), Optional.of(new HostId("host-a"))));
        assertThatThrownBy(() -> statements(jdbi, NOON).add(IDENTITY, identity("host-x"), "ben"))
                .isInstanceOf(InstanceStated.class)
                .hasMessageContaining("was stated by anna");

        at(jdbi, NOON.plusSeconds(2)).take(report("host-x"));

        assertThat(at(jdbi, NOON).instances()).isEmpty();
        assertThatThrownBy(() -> statements(jdbi, NOON.plusSeconds(3)).put(IDENTITY, identity("host-x"), "anna"))
                .isInstanceOf(HostHasWorker.class);
        assertThat(statements(jdbi, NOON.plusSeconds(60)).put(IDENTITY, identity("host-x"), "anna"))
                .isNotNull();
    }

    @Test
    void aReportTakesAStatedInstanceOver(Jdbi jdbi) {
        statements(jdbi, NOON).put(new InstanceId("core-1"), identity("host-x"), "anna");

        at(jdbi, NOON.plusSeconds(1)).take(report("host-a", core("core-1", "host-a")));

        assertThat(jdbi.onDemand(InventoryDao.class).find(new InstanceId("core-1")))
                .contains(new Reported(
                        core("core-1", "host-a"), NOON.plusSeconds(1), Optional.empty(), Optional.empty()));
        assertThatThrownBy(() -> statements(jdbi, NOON.plusSeconds(2)).remove(new InstanceId("core-1")))
                .isInstanceOf(HostHasWorker.class);
    }

    @Test
    void anAnsweredVersionIsNotedOnlyWhereNoWorkerReports(Jdbi jdbi) {
        statements(jdbi, NOON).put(IDENTITY, identity("host-x"), "anna");
        at(jdbi, NOON).take(report("host-a", core("core-1", "host-a")));
        var upgrade = OPEN.upgrade();

        statements(jdbi, NOON.plusSeconds(9)).note(upgrade, IDENTITY, new Version("2.6.0-1"));
        statements(jdbi, NOON.plusSeconds(9)).note(upgrade, new InstanceId("core-1"), new Version("2.6.0-1"));

        var dao = jdbi.onDemand(InventoryDao.class);
        assertThat(dao.find(IDENTITY)).hasValueSatisfying(row -> {
            assertThat(row.instance().installed()).contains(new Version("2.6.0-1"));
            assertThat(row.statedBy()).contains("upgrade/" + upgrade);
        });
        assertThat(at(jdbi, NOON).instances()).contains(core("core-1", "host-a"));
        statements(jdbi, NOON).remove(IDENTITY);
        assertThatThrownBy(() -> statements(jdbi, NOON).remove(IDENTITY)).isInstanceOf(UnknownInstance.class);
    }

    @Test
    void theHostOfThisControlCenterAsksWhereNoneIsNamed(Jdbi jdbi) {
        var center = new Instance(
                new InstanceId("control-center-1"),
                Component.CONTROL_CENTER,
                new HostId("host-a"),
                URI.create("http://127.0.0.1:8892"),
                Optional.of(new Version("1.0.0")),
                "1.0.0",
                Health.READY,
                "");
        at(jdbi, NOON).take(report("host-a", center));
        assertThat(statements(jdbi, NOON).known(Optional.empty()).askedFrom()).isEmpty();

        var self = new HostNote(HostNote.Kind.SELF, Optional.of(center.id()));
        at(jdbi, NOON.plusSeconds(1)).take(report("host-a", center).noting(List.of(self)));

        assertThat(statements(jdbi, NOON).known(Optional.empty()).askedFrom()).contains(new HostId("host-a"));
    }

    @Test
    void nobodyWaitsForAReportOfAHostWithoutAWorker(Jdbi jdbi) {
        var clock = Clock.systemUTC();
        statements(jdbi, NOON).put(IDENTITY, identity("host-x"), "anna");
        var state = new FreshClusterState(jdbi.onDemand(InventoryDao.class), Duration.ofHours(1), clock);

        assertThat(state.active(Component.IDENTITY_SERVICE)).isEqualTo(new Active(List.of(), List.of()));
    }

    private static void reportUntil(CompletableFuture<?> answer, Inventory inventory, WorkerReport report) {
        Awaitility.await().pollInterval(Duration.ofMillis(20)).until(() -> {
            inventory.take(report);
            return answer.isDone();
        });
    }
}
