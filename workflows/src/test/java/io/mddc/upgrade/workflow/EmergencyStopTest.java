package io.mddc.upgrade.workflow;

import static io.mddc.upgrade.run.UnitState.ASKING;
import static io.mddc.upgrade.run.UnitState.DRAINING;
import static io.mddc.upgrade.run.UnitState.INSTALLING;
import static io.mddc.upgrade.run.UnitState.MONITORING;
import static io.mddc.upgrade.run.UnitState.RETURNING;
import static io.mddc.upgrade.run.UnitState.ROLLED_BACK;
import static io.mddc.upgrade.run.UnitState.ROLLING_BACK;
import static io.mddc.upgrade.run.UnitState.UPGRADED;
import static io.mddc.upgrade.run.UnitState.UPLOADING;
import static io.mddc.upgrade.run.UnitState.VERIFYING;
import static io.mddc.upgrade.run.UnitState.WAITING;
import static org.assertj.core.api.Assertions.assertThat;

import io.mddc.upgrade.cluster.Component;
import io.mddc.upgrade.plan.Policies;
import io.mddc.upgrade.plan.Policy;
import io.mddc.upgrade.plan.Policy.PastLimit;
import io.mddc.upgrade.plan.Policy.WhenSpent;
import io.mddc.upgrade.run.Outcome;
import io.mddc.upgrade.run.RunEvent;
import io.mddc.upgrade.run.UpgradeState;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An emergency stop in each state of a unit, and its release. */
@Timeout(120)
class EmergencyStopTest {
    private static final String STOP = "Emergency stop by anna since 2026-11-22T02:00:00Z: smoke in the room.";
    private static final String RELEASED = "";

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

    @ParameterizedTest
    @ValueSource(strings = {"isolate", "drain"})
    void aUnitBeforeItsInstallerRejoinsAndComesAgainAfterTheRelease(String verb) {
        var gate = heldIn(verb);

        stop();
        until(() -> run.workflow().state() == UpgradeState.PAUSED);
        gate.countDown();
        assertThat(run.states(1)).containsExactly(UPLOADING, WAITING, DRAINING, RETURNING, WAITING);
        assertThat(run.host(1).isIsolated()).isFalse();
        assertThat(run.host(2).done()).doesNotContain("isolate");
        assertThat(run.waitsForPersons()).anyMatch(wait -> wait.sentence().equals(STOP));

        release();
        assertThat(run.outcome()).isEqualTo(Outcome.SUCCEEDED);
    }

    @Test
    void aStopDoesNotCountAsAReturn() {
        cluster(2, Policies.withDrain(Duration.ofMillis(200), PastLimit.ASK))
                .host(1)
                .neverDrains();
        run.start();
        until(() -> run.states(1).contains(ASKING));

        for (int i = 0; i < 3; i++) {
            stop();
            until(() -> run.workflow().state() == UpgradeState.PAUSED);
            assertThat(run.host(1).isIsolated()).isFalse();
            assertThat(run.states(1)).endsWith(ASKING, RETURNING, WAITING);
            int asked = asked();
            release();
            until(() -> asked() > asked);
        }
        run.unit(run.host(1)).answer(new Command.Answer(UpgradeRun.command("they are tests"), PastLimit.FAIL_FILES));

        assertThat(run.outcome()).isEqualTo(Outcome.SUCCEEDED);
    }

    @Test
    void anUploadEndsAndTheUnitGetsNoTurn() {
        var gate = heldIn("upload");

        stop();
        gate.countDown();
        until(() -> run.states(1).contains(WAITING));
        until(() -> run.workflow().state() == UpgradeState.PAUSED);
        assertThat(run.host(1).done()).doesNotContain("isolate");

        release();
        assertThat(run.outcome()).isEqualTo(Outcome.SUCCEEDED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"beginInstall 2", "awaitInstall", "verify", "monitor"})
    void whatIsInstalledIsBroughtToItsEndAndNothingElseBegins(String verb) {
        var gate = heldIn(verb);

        stop();
        until(() -> run.workflow().state() == UpgradeState.PAUSING);
        gate.countDown();
        until(() -> run.workflow().state() == UpgradeState.PAUSED);
        assertThat(run.states(1)).endsWith(INSTALLING, VERIFYING, MONITORING, UPGRADED);
        assertThat(run.host(2).done()).doesNotContain("isolate");

        release();
        assertThat(run.outcome()).isEqualTo(Outcome.SUCCEEDED);
    }

    @Test
    void aWayBackThatWasBegunGoesOnAsFarAsItsPermits() {
        cluster(2, Policies.withBudget(1, WhenSpent.PAUSE)).host(1).fails("installer", "postinst ended with 1");
        var gate = run.host(1).holds("beginBack 3");
        run.start();
        reaches(1, "beginBack 3");

        stop();
        gate.countDown();
        until(() -> run.workflow().state() == UpgradeState.PAUSED);
        assertThat(run.states(1)).endsWith(ROLLING_BACK, ROLLED_BACK);

        run.abort("enough");
        assertThat(run.outcome()).isEqualTo(Outcome.ABORTED);
    }

    @Test
    void theReleaseResumesNothingThatAPersonPaused() {
        heldIn("drain");
        run.workflow().pause(UpgradeRun.command("look first"));

        stop();
        until(() -> run.workflow().state() == UpgradeState.PAUSED);
        release();
        until(() -> said("It stays paused"));
        until(() -> run.workflow().state() == UpgradeState.PAUSED);
        assertThat(run.states(1)).endsWith(RETURNING, WAITING);
        run.host(1).holds("drain").countDown();

        run.workflow().resume(UpgradeRun.command("all is well"));
        assertThat(run.outcome()).isEqualTo(Outcome.SUCCEEDED);
    }

    @Test
    void aResumeDuringAStopBeginsNothing() {
        heldIn("drain").countDown();
        run.workflow().pause(UpgradeRun.command("look first"));
        stop();
        run.workflow().resume(UpgradeRun.command("go on"));

        until(() -> run.workflow().state() == UpgradeState.PAUSED);
        assertThat(run.host(2).done()).doesNotContain("isolate");

        release();
        assertThat(run.outcome()).isEqualTo(Outcome.SUCCEEDED);
    }

    @Test
    void aStageDoesNotBeginDuringAStop() {
        cluster(1, new Policies.Builder().approval(false, Component.CORE).build())
                .start();
        until(() -> run.workflow().state() == UpgradeState.AWAITING_APPROVAL);
        stop();
        run.workflow().approveStage(UpgradeRun.command("now"), Component.CORE);

        until(() -> said("is approved"));
        assertThat(run.host(1).done()).isEmpty();

        release();
        assertThat(run.outcome()).isEqualTo(Outcome.SUCCEEDED);
    }

    @Test
    void anAbortDuringAStopEndsTheUpgrade() {
        heldIn("drain");
        stop();
        until(() -> run.workflow().state() == UpgradeState.PAUSED);

        run.abort("the night is over");

        assertThat(run.outcome()).isEqualTo(Outcome.ABORTED);
        assertThat(run.host(1).isIsolated()).isFalse();
    }

    /** The first unit is in that verb, and does not leave it. */
    private CountDownLatch heldIn(String verb) {
        var gate = cluster(2, Policies.DEFAULT).host(1).holds(verb);
        run.start();
        reaches(1, verb);
        return gate;
    }

    private void stop() {
        run.workflow().emergency(STOP);
    }

    private void release() {
        run.workflow().emergency(RELEASED);
    }

    private int asked() {
        return (int) run.controlCenter().events().stream()
                .filter(event -> event instanceof RunEvent.OfUnit unit && unit.state() == ASKING)
                .count();
    }

    private boolean said(String words) {
        return run.controlCenter().events().stream()
                .anyMatch(event -> event.sentence().contains(words));
    }

    private void reaches(int n, String verb) {
        until(() -> run.host(n).done().contains(verb));
    }

    private void until(Callable<Boolean> condition) {
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(condition);
    }
}
