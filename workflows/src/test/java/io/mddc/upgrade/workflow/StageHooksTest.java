package io.mddc.upgrade.workflow;

import static io.mddc.upgrade.cluster.Hook.AFTER_STAGE;
import static io.mddc.upgrade.cluster.Hook.BEFORE_STAGE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.mddc.upgrade.plan.Policies;
import io.mddc.upgrade.run.Outcome;
import io.mddc.upgrade.run.RunEvent;
import io.mddc.upgrade.run.UpgradeState;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Programs of administrators around a stage of Cores, which a stage without any follows. */
@Timeout(120)
class StageHooksTest {
    private static final String STOP = "Emergency stop by anna since 2026-11-22T02:00:00Z: smoke in the room.";

    private final UpgradeRun run = UpgradeRun.twoStages(Policies.DEFAULT, BEFORE_STAGE, AFTER_STAGE);

    @AfterEach
    void close() {
        run.close();
    }

    @Test
    void runsOnEachHostBeforeItsFirstUnitAndAfterItsLast() {
        run.start();

        assertThat(run.outcome()).isEqualTo(Outcome.SUCCEEDED);
        for (int n = 1; n <= 2; n++) {
            assertThat(run.host(n).done())
                    .startsWith("hook BEFORE_STAGE", "upload")
                    .containsSubsequence("monitor", "hook AFTER_STAGE SUCCEEDED")
                    .containsOnlyOnce("hook BEFORE_STAGE", "hook AFTER_STAGE SUCCEEDED");
        }
        assertThat(run.host(3).done()).noneMatch(verb -> verb.startsWith("hook"));
    }

    @Test
    void isRecordedBeforeItRunsAndWhenItHasRun() {
        run.start();

        assertThat(run.outcome()).isEqualTo(Outcome.SUCCEEDED);
        assertThat(run.controlCenter().events())
                .filteredOn(event -> event.sentence().contains("hook of MetaDefender Core"))
                .extracting(
                        event -> ((RunEvent.OfStage) event)
                                .hook()
                                .map(Enum::name)
                                .orElse(""),
                        RunEvent::sentence)
                .containsExactly(
                        tuple("BEFORE_STAGE", "The beforeStage hook of MetaDefender Core runs on host-1, host-2."),
                        tuple("", "The beforeStage hook of MetaDefender Core has run on host-1, host-2."),
                        tuple("AFTER_STAGE", "The afterStage hook of MetaDefender Core runs on host-1, host-2."),
                        tuple("", "The afterStage hook of MetaDefender Core has run on host-1, host-2."));
    }

    @Test
    void doesNotBeginAStageWhoseHookFailsUntilAPersonHasItRunAgain() {
        run.host(2)
                .fails("exit of BEFORE_STAGE", "the beforeStage hook of core-2 ended with 3; its last words: no room");
        run.start();

        until(() -> run.workflow().state() == UpgradeState.PAUSED);
        assertThat(run.waitsForPersons())
                .anyMatch(wait -> wait.sentence().contains("MetaDefender Core is not begun. host-2: ")
                        && wait.sentence().contains("no room")
                        && wait.person().equals("an operator"));
        assertThat(run.host(1).done()).containsExactly("hook BEFORE_STAGE");

        run.host(2).recovers("exit of BEFORE_STAGE");
        run.workflow().resume(UpgradeRun.command("there is room now"));
        assertThat(run.outcome()).isEqualTo(Outcome.SUCCEEDED);
        assertThat(run.host(1).done()).containsOnlyOnce("hook BEFORE_STAGE");
        assertThat(run.host(2).done()).startsWith("hook BEFORE_STAGE", "hook BEFORE_STAGE", "upload");
    }

    @Test
    void anAbortEndsAnUpgradeWhoseFirstStageWasNotBegun() {
        run.host(1).fails("exit of BEFORE_STAGE", "no room");
        run.start();
        until(() -> run.workflow().state() == UpgradeState.PAUSED);

        run.abort("not tonight");

        assertThat(run.outcome()).isEqualTo(Outcome.ABORTED);
        assertThat(run.host(1).done()).containsExactly("hook BEFORE_STAGE");
        assertThat(run.host(2).done()).containsExactly("hook BEFORE_STAGE");
    }

    @Test
    void anAbortWhileAHookRunsBeginsNoStage() {
        run.host(1).holds("hook BEFORE_STAGE");
        run.start();
        until(() -> run.host(1).done().contains("hook BEFORE_STAGE"));

        run.abort("not tonight");

        assertThat(run.outcome()).isEqualTo(Outcome.ABORTED);
        assertThat(run.host(1).done()).containsExactly("hook BEFORE_STAGE");
        assertThat(run.controlCenter().events())
                .noneMatch(event -> event.sentence().contains("has run on"));
    }

    @Test
    void aPauseWhileAHookRunsKeepsTheStageFromBeginning() {
        var gate = run.host(1).holds("hook BEFORE_STAGE");
        run.start();
        until(() -> run.host(1).done().contains("hook BEFORE_STAGE"));
        run.workflow().pause(UpgradeRun.command("look first"));

        gate.countDown();
        until(() -> said("has run on"));
        run.pass(Duration.ofMinutes(5));
        assertThat(run.host(1).done()).containsExactly("hook BEFORE_STAGE");

        run.workflow().resume(UpgradeRun.command("go on"));
        assertThat(run.outcome()).isEqualTo(Outcome.SUCCEEDED);
        assertThat(run.host(1).done()).containsOnlyOnce("hook BEFORE_STAGE");
    }

    @Test
    void asksAPersonBeforeTheNextStageWhenTheHookAfterAStageFails() {
        run.host(1).fails("exit of AFTER_STAGE", "the monitoring does not answer");
        run.start();

        until(() -> run.workflow().state() == UpgradeState.PAUSED);
        assertThat(run.waitsForPersons())
                .anyMatch(wait -> wait.sentence()
                        .equals("MetaDefender Core has ended SUCCEEDED, and the next stage is not begun. "
                                + "host-1: the monitoring does not answer. Resume goes on."));
        assertThat(run.host(3).done()).isEmpty();

        run.workflow().resume(UpgradeRun.command("it is repaired"));
        assertThat(run.outcome()).isEqualTo(Outcome.SUCCEEDED);
        assertThat(run.host(1).done()).containsOnlyOnce("hook AFTER_STAGE SUCCEEDED");
    }

    @Test
    void tellsTheHookAfterAStageWhatBecameOfIt() {
        run.host(1).fails("known answers", "it detects nothing");
        run.start();

        assertThat(run.outcome()).isEqualTo(Outcome.ROLLED_BACK);
        assertThat(run.host(2).done()).containsExactly("hook BEFORE_STAGE", "upload", "hook AFTER_STAGE ROLLED_BACK");
    }

    @Test
    void anAbortedStageHasItsHookAfterItAndWaitsForNobody() {
        run.host(1).holds("drain");
        run.host(2).fails("exit of AFTER_STAGE", "the monitoring does not answer");
        run.start();
        until(() -> run.host(1).done().contains("drain"));

        run.abort("enough");

        assertThat(run.outcome()).isEqualTo(Outcome.ABORTED);
        assertThat(run.host(1).done()).containsSubsequence("rejoin", "hook AFTER_STAGE ABORTED");
        assertThat(said("host-2: the monitoring does not answer.")).isTrue();
    }

    @Test
    void anEmergencyStopBeginsNoHook() {
        run.controlCenter().hinders("Something is in its way.");
        run.start();
        until(() -> said("Something is in its way."));
        run.workflow().emergency(STOP);
        run.controlCenter().hinders();

        run.pass(Duration.ofMinutes(10));
        assertThat(run.host(1).done()).isEmpty();

        run.workflow().emergency("");
        assertThat(run.outcome()).isEqualTo(Outcome.SUCCEEDED);
    }

    @Test
    void namesTheAdministratorOfAHostThatDoesNotAnswer() {
        run.silence(2).start();

        until(() -> run.waitsForPersons().anyMatch(wait -> wait.person().equals("the administrator of host-2")));
        assertThat(run.host(1).done()).containsExactly("hook BEFORE_STAGE");
        run.abort("host-2 is gone");
        assertThat(run.outcome()).isEqualTo(Outcome.ABORTED);
    }

    private boolean said(String words) {
        return run.controlCenter().events().stream()
                .anyMatch(event -> event.sentence().contains(words));
    }

    private static void until(Callable<Boolean> condition) {
        Awaitility.await().atMost(Duration.ofSeconds(60)).until(condition);
    }
}
