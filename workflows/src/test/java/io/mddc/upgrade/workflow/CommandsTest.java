package io.mddc.upgrade.workflow;

import static io.mddc.upgrade.run.UnitState.ASKING;
import static io.mddc.upgrade.run.UnitState.CANCELLED;
import static io.mddc.upgrade.run.UnitState.DRAINING;
import static io.mddc.upgrade.run.UnitState.INSTALLING;
import static io.mddc.upgrade.run.UnitState.MONITORING;
import static io.mddc.upgrade.run.UnitState.PENDING;
import static io.mddc.upgrade.run.UnitState.RETURNING;
import static io.mddc.upgrade.run.UnitState.ROLLED_BACK;
import static io.mddc.upgrade.run.UnitState.ROLLING_BACK;
import static io.mddc.upgrade.run.UnitState.SKIPPED;
import static io.mddc.upgrade.run.UnitState.UPGRADED;
import static io.mddc.upgrade.run.UnitState.UPLOADING;
import static io.mddc.upgrade.run.UnitState.WAITING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mddc.upgrade.cluster.Component;
import io.mddc.upgrade.plan.Policies;
import io.mddc.upgrade.plan.Policy;
import io.mddc.upgrade.plan.Policy.PastLimit;
import io.mddc.upgrade.plan.Policy.WhenSpent;
import io.mddc.upgrade.run.Outcome;
import io.mddc.upgrade.run.RunEvent;
import io.mddc.upgrade.run.UnitState;
import io.mddc.upgrade.run.UpgradeState;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class CommandsTest {
    private UpgradeRun run = UpgradeRun.of(1, Policies.DEFAULT);

    private UpgradeRun cluster(int cores, Policy policy) {
        run.close();
        run = UpgradeRun.of(cores, policy);
        return run;
    }

    @AfterEach
    void close() {
        run.close();
    }

    @Test
    void aPauseLetsTheUnitInWorkFinishAndBeginsNoOtherUntilResumed() {
        var gate = cluster(2, Policies.DEFAULT).host(1).holds("awaitInstall");
        run.start();
        reaches(1, "awaitInstall");

        run.workflow().pause(UpgradeRun.command("look first"));
        assertThat(run.workflow().state()).isEqualTo(UpgradeState.PAUSING);
        gate.countDown();
        until(() -> run.workflow().state() == UpgradeState.PAUSED);
        assertThat(run.states(1)).endsWith(UPGRADED);
        assertThat(run.host(2).done()).doesNotContain("isolate");

        run.workflow().resume(UpgradeRun.command("all is well"));
        assertThat(run.outcome()).isEqualTo(Outcome.SUCCEEDED);
        assertThatThrownBy(() -> run.workflow().resume(UpgradeRun.command("again")))
                .isNotNull();
    }

    @Test
    void aSpentBudgetPausesAndResumeLetsOneMoreFailureHappen() {
        cluster(3, Policies.withBudget(1, WhenSpent.PAUSE)).host(1).fails("installer", "postinst ended with 1");
        run.host(2).fails("installer", "postinst ended with 1");
        run.start();
        until(() -> run.workflow().state() == UpgradeState.PAUSED);
        assertThat(run.states(1)).endsWith(ROLLED_BACK);
        assertThat(run.host(2).done()).doesNotContain("isolate");

        run.workflow().resume(UpgradeRun.command("try another"));
        until(() -> run.states(2).contains(ROLLED_BACK));
        until(() -> run.workflow().state() == UpgradeState.PAUSED);
        assertThat(run.host(3).done()).doesNotContain("isolate");

        run.abort("enough");
        assertThat(run.outcome()).isEqualTo(Outcome.ABORTED);
    }

    @Test
    void aRetryBeginsAFailedUnitAnewUnderOperationsOfItsOwn() {
        cluster(2, Policies.withBudget(1, WhenSpent.PAUSE)).host(1).fails("installer", "postinst ended with 1");
        run.start();
        until(() -> run.workflow().state() == UpgradeState.PAUSED);
        run.host(1).recovers("installer");

        run.stage().retry(run.on(1, "it was the disk"));
        run.workflow().resume(UpgradeRun.command("go on"));

        assertThat(run.outcome()).isEqualTo(Outcome.SUCCEEDED);
        assertThat(run.states(1)).contains(ROLLED_BACK, PENDING, UPGRADED);
        assertThat(run.host(1).done()).contains("beginInstall 2", "beginBack 3", "beginInstall 102");
    }

    @Test
    void aUnitThatWaitsIsLeftOut() {
        var gate = cluster(3, Policies.DEFAULT).host(1).holds("awaitInstall");
        run.start();
        reaches(1, "awaitInstall");
        until(() -> run.states(2).contains(WAITING));

        run.stage().skip(run.on(2, "it is on loan"));
        run.stage().skip(run.on(3, "this too"));
        gate.countDown();

        assertThat(run.outcome()).isEqualTo(Outcome.PARTIAL);
        assertThat(run.states(2)).containsExactly(UPLOADING, WAITING, SKIPPED);
        assertThat(run.states(3)).endsWith(SKIPPED);
        assertThat(run.host(3).done()).doesNotContain("isolate");
    }

    @Test
    void aUnitThatDrainsIsLeftOutAndRejoinsButNotOneThatInstalls() {
        cluster(2, Policies.DEFAULT).host(1).holds("drain");
        var gate = run.host(2).holds("awaitInstall");
        run.start();
        reaches(1, "drain");

        run.stage().skip(run.on(1, "it is needed"));
        reaches(2, "awaitInstall");
        assertThatThrownBy(() -> run.stage().skip(run.on(2, "too late")))
                .hasStackTraceContaining("core-2 is INSTALLING");
        gate.countDown();

        assertThat(run.outcome()).isEqualTo(Outcome.PARTIAL);
        assertThat(run.states(1)).containsExactly(UPLOADING, WAITING, DRAINING, RETURNING, SKIPPED);
        assertThat(run.host(1).isIsolated()).isFalse();
    }

    @Test
    void aRollbackTakesUnitsInWorkAndUpgradedOnesBackTheNewestFirst() {
        cluster(4, Policies.DEFAULT);
        var gate = run.host(3).holds("awaitInstall");
        run.start();
        reaches(3, "awaitInstall");

        run.workflow().rollback(UpgradeRun.command("the release is bad"));
        gate.countDown();

        assertThat(run.outcome()).isEqualTo(Outcome.ROLLED_BACK);
        assertThat(run.states(3)).endsWith(MONITORING, ROLLING_BACK, ROLLED_BACK);
        assertThat(run.states(4)).endsWith(CANCELLED);
        for (int n = 1; n <= 3; n++) {
            assertThat(run.host(n).running()).isEqualTo("5.16.0");
            assertThat(run.host(n).isIsolated()).isFalse();
        }
        assertThat(run.host(1).done()).contains("beginBack 102");
        assertThat(orderOf(ROLLED_BACK)).containsExactly("core-3", "core-2", "core-1");
    }

    @Test
    void anAbortDuringARollbackLetsTheWayBackFinishAndLeavesTheRest() {
        cluster(3, Policies.DEFAULT);
        run.host(3).holds("awaitInstall").countDown();
        var gate = run.host(2).holds("beginBack 102");
        var third = run.host(3).holds("monitor");
        run.start();
        until(() -> run.states(3).contains(MONITORING));
        run.workflow().rollback(UpgradeRun.command("the release is bad"));
        third.countDown();
        reaches(2, "beginBack 102");

        run.abort("stop it");
        gate.countDown();

        assertThat(run.outcome()).isEqualTo(Outcome.ABORTED);
        assertThat(run.states(2)).endsWith(ROLLED_BACK);
        assertThat(run.states(1)).endsWith(UPGRADED);
    }

    @Test
    void theOthersWaitForTheApprovalOfTheCanary() {
        cluster(2, new Policies.Builder().approval(true).build()).start();
        until(() -> run.states(1).contains(UPGRADED));
        until(() -> sentences().stream().anyMatch(said -> said.contains("approve the others")));
        assertThat(run.host(2).done()).doesNotContain("isolate");

        run.stage().approve(UpgradeRun.command("looks good"));

        assertThat(run.outcome()).isEqualTo(Outcome.SUCCEEDED);
    }

    @Test
    void aStageWithAGateWaitsForItsApproval() {
        cluster(2, new Policies.Builder().approval(false, Component.CORE).build())
                .start();
        until(() -> run.workflow().state() == UpgradeState.AWAITING_APPROVAL);
        assertThat(run.host(1).done()).isEmpty();
        run.workflow().pause(UpgradeRun.command("not yet"));
        run.workflow().resume(UpgradeRun.command("all right"));
        assertThat(run.workflow().state()).isEqualTo(UpgradeState.AWAITING_APPROVAL);

        run.workflow().approveStage(UpgradeRun.command("now"), Component.CORE);

        assertThat(run.outcome()).isEqualTo(Outcome.SUCCEEDED);
    }

    @Test
    void moreGoAtOnceAfterTheConcurrencyWasRaised() {
        cluster(5, Policies.withMinimum(Map.of(Component.CORE, 1)));
        var gate = run.host(1).holds("awaitInstall");
        var others = run.host(2).holds("awaitInstall");
        run.host(3).holds("awaitInstall");
        run.start();
        reaches(1, "awaitInstall");

        run.stage().concurrency(new Command.Concurrency(UpgradeRun.command("hurry"), 2));
        gate.countDown();
        reaches(2, "awaitInstall");
        reaches(3, "awaitInstall");
        assertThat(run.host(4).done()).doesNotContain("isolate");
        others.countDown();
        run.host(3).holds("awaitInstall").countDown();

        assertThat(run.outcome()).isEqualTo(Outcome.SUCCEEDED);
    }

    @Test
    void aUnitThatIsJustBeingIsolatedHasNoFilesToReturnWithYet() {
        var gate = cluster(2, Policies.DEFAULT).host(1).holds("isolate");
        run.start();
        until(() -> run.states(1).contains(DRAINING));

        assertThatThrownBy(() -> run.unit(run.host(1)).returnToService(UpgradeRun.command("it is needed")))
                .hasStackTraceContaining("core-1 is DRAINING: it waits for no files now.");
        gate.countDown();

        assertThat(run.outcome()).isEqualTo(Outcome.SUCCEEDED);
    }

    @Test
    void aPersonIsAskedWithTheFilesNamedAndMayFailThem() {
        cluster(2, Policies.withDrain(Duration.ofMillis(200), PastLimit.ASK))
                .host(1)
                .neverDrains();
        run.start();
        until(() -> run.states(1).contains(ASKING));
        assertThat(sentences()).anyMatch(said -> said.contains("f-1 (41 min, archive-deep) and 2 more"));

        run.unit(run.host(1)).answer(new Command.Answer(UpgradeRun.command("they are tests"), PastLimit.FAIL_FILES));

        assertThat(run.outcome()).isEqualTo(Outcome.SUCCEEDED);
        assertThat(run.states(1)).contains(ASKING, INSTALLING);
        assertThat(sentences()).anyMatch(said -> said.contains("These files fail: f-1"));
    }

    private List<String> orderOf(UnitState state) {
        return run.controlCenter().events().stream()
                .filter(RunEvent.OfUnit.class::isInstance)
                .map(RunEvent.OfUnit.class::cast)
                .filter(event -> event.state() == state)
                .map(event -> event.instance().value())
                .toList();
    }

    private List<String> sentences() {
        return run.controlCenter().events().stream().map(RunEvent::sentence).toList();
    }

    private void reaches(int n, String verb) {
        until(() -> run.host(n).done().contains(verb));
    }

    private void until(Callable<Boolean> condition) {
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(condition);
    }
}
