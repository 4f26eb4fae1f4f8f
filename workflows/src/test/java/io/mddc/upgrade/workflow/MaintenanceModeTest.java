package io.mddc.upgrade.workflow;

import static io.mddc.upgrade.run.MaintenancePhase.CHECKING;
import static io.mddc.upgrade.run.MaintenancePhase.CLOSED;
import static io.mddc.upgrade.run.MaintenancePhase.CLOSING;
import static io.mddc.upgrade.run.MaintenancePhase.FINISHING;
import static io.mddc.upgrade.run.MaintenancePhase.OPEN;
import static io.mddc.upgrade.run.MaintenancePhase.OPENING;
import static io.mddc.upgrade.run.MaintenancePhase.QUIET;
import static io.mddc.upgrade.run.MaintenancePhase.STARTING;
import static io.mddc.upgrade.run.MaintenancePhase.STAYS_CLOSED;
import static io.mddc.upgrade.run.MaintenancePhase.STOPPING;
import static org.assertj.core.api.Assertions.assertThat;

import io.mddc.upgrade.cluster.Component;
import io.mddc.upgrade.plan.Maintenance;
import io.mddc.upgrade.plan.Policies;
import io.mddc.upgrade.plan.Policy;
import io.mddc.upgrade.run.Outcome;
import io.mddc.upgrade.run.UnitState;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The whole system taken down and opened again, on the real workflows and fake hosts: a File Storage, a gateway, a Core. */
@Timeout(120)
class MaintenanceModeTest {
    private UpgradeRun run = UpgradeRun.of(Component.FILE_STORAGE, 1, Policies.DEFAULT);

    @AfterEach
    void close() {
        run.close();
    }

    @Test
    void closesFinishesStopsUpgradesStartsChecksAndOpens() {
        run.start();

        assertThat(run.outcome()).isEqualTo(Outcome.SUCCEEDED);
        assertThat(run.controlCenter().phases())
                .containsExactly(QUIET, CLOSING, FINISHING, STOPPING, CLOSED, STARTING, CHECKING, OPENING, OPEN);
        assertThat(run.gateway().done()).containsExactly("lookForQuiet", "close", "check", "open");
        assertThat(run.states(1)).startsWith(UnitState.UPLOADING, UnitState.WAITING, UnitState.DRAINING);
        assertThat(run.core().done()).containsExactly("drain", "drain", "stop", "start");
        assertThat(run.host(1).done()).containsSubsequence("hook BEFORE_INSTALL", "awaitInstall", "verify");
    }

    @Test
    void asksNobodyWhoIsActiveOnceTheSystemIsClosed() {
        run.start();

        assertThat(run.outcome()).isEqualTo(Outcome.SUCCEEDED);
        assertThat(run.controlCenter().phasesOfReads()).isNotEmpty().containsOnly(OPEN);
    }

    @Test
    void waitsForAMomentWithoutSubmissionsWhereThePolicyRequiresOne() {
        run.gateway().isQuietFor(Duration.ZERO, Duration.ofSeconds(20), Duration.ofSeconds(59));
        run.start();

        assertThat(run.outcome()).isEqualTo(Outcome.SUCCEEDED);
        assertThat(run.gateway().done())
                .containsExactly(
                        "lookForQuiet", "lookForQuiet", "lookForQuiet", "lookForQuiet", "close", "check", "open");
    }

    @Test
    void closesAfterItsTimeWhereAMomentIsOnlyPreferred() {
        use(new Policies.Builder()
                .quiet(Maintenance.Kind.PREFER, Duration.ofSeconds(5))
                .build());
        var busy = new Duration[50];
        java.util.Arrays.fill(busy, Duration.ZERO);
        run.gateway().isQuietFor(busy);
        run.start();

        assertThat(run.outcome()).isEqualTo(Outcome.SUCCEEDED);
        assertThat(run.gateway().done()).contains("close");
    }

    @Test
    void opensAgainWithoutAStopWhenAcceptedFilesDoNotFinish() {
        use(new Policies.Builder().quiet(Maintenance.Kind.NONE, Duration.ZERO).build());
        run.core().neverDrains();
        run.start();

        assertThat(run.outcome()).isEqualTo(Outcome.PARTIAL);
        assertThat(run.core().done()).doesNotContain("stop");
        assertThat(run.gateway().done()).containsSubsequence("close", "check", "open");
        assertThat(run.states(1)).endsWith(UnitState.CANCELLED);
    }

    @Test
    void stopsNoCoreBeforeEveryGatewayIsClosed() {
        run.gateway().fails("close", "it does not listen");
        run.start();

        assertThat(run.outcome()).isEqualTo(Outcome.PARTIAL);
        assertThat(run.core().done()).doesNotContain("stop");
        assertThat(run.host(1).done()).containsExactly("upload");
    }

    @Test
    void putsTheDataBackBeforeTheFormerVersionAndOpens() {
        run.host(1).fails("known answers", "its process is gone");
        run.start();

        assertThat(run.outcome()).isEqualTo(Outcome.ROLLED_BACK);
        assertThat(run.host(1).done()).containsSubsequence("stop", "hook RESTORE", "beginBack 7");
        assertThat(run.controlCenter().phases()).endsWith(CHECKING, OPENING, OPEN);
    }

    @Test
    void staysClosedWithAPersonNamedWhenTheWayBackFailsToo() {
        run.host(1).fails("known answers", "its process is gone").fails("exit of RESTORE", "the disk is full");
        run.start();

        assertThat(run.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(run.controlCenter().phases()).endsWith(CLOSED, STAYS_CLOSED);
        assertThat(run.gateway().done()).doesNotContain("open");
        assertThat(run.waitsForPersons())
                .anyMatch(wait -> wait.sentence().contains("stays closed")
                        && wait.person().equals("an administrator of the cluster"));
    }

    @Test
    void staysClosedWhenNoFileComesThrough() {
        run.gateway().fails("check", "no verdict within PT1M");
        run.start();

        assertThat(run.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(run.controlCenter().phases()).endsWith(STARTING, CHECKING, STAYS_CLOSED);
        assertThat(run.gateway().done()).doesNotContain("open");
    }

    @Test
    void aBackupThatFailsKeepsWhatThereWasAndOpens() {
        run.host(1).fails("exit of BEFORE_INSTALL", "no room for the backup");
        run.start();

        assertThat(run.outcome()).isEqualTo(Outcome.PARTIAL);
        assertThat(run.host(1).done()).noneMatch(verb -> verb.startsWith("beginInstall"));
        assertThat(run.controlCenter().phases()).endsWith(OPENING, OPEN);
    }

    @Test
    void anAbortWhileItIsClosedOpensIt() {
        run.core().holds("stop");
        run.start();
        until(() -> run.core().done().contains("stop"));

        run.abort("enough");
        run.core().holds("stop").countDown();

        assertThat(run.outcome()).isEqualTo(Outcome.ABORTED);
        assertThat(run.host(1).done()).containsExactly("upload");
        assertThat(run.core().done()).endsWith("start");
        assertThat(run.gateway().done()).endsWith("check", "open");
    }

    @Test
    void startsNoCoreWhoseStopIsStillUnderWayWhenItIsAborted() {
        run.core().stopsSlowly();
        run.start();
        until(() -> run.core().done().contains("stop"));

        run.abort("enough");

        assertThat(run.outcome()).isEqualTo(Outcome.ABORTED);
        assertThat(run.core().done()).endsWith("stop", "stopped", "start");
    }

    private void use(Policy policy) {
        run.close();
        run = UpgradeRun.of(Component.FILE_STORAGE, 1, policy);
    }

    private static void until(Callable<Boolean> condition) {
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(condition);
    }
}
