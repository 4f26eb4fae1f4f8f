package io.mddc.upgrade.workflow;

import static io.mddc.upgrade.run.UnitState.CANCELLED;
import static io.mddc.upgrade.run.UnitState.DRAINING;
import static io.mddc.upgrade.run.UnitState.FAILED;
import static io.mddc.upgrade.run.UnitState.INSTALLING;
import static io.mddc.upgrade.run.UnitState.MONITORING;
import static io.mddc.upgrade.run.UnitState.RETURNING;
import static io.mddc.upgrade.run.UnitState.ROLLED_BACK;
import static io.mddc.upgrade.run.UnitState.ROLLING_BACK;
import static io.mddc.upgrade.run.UnitState.SKIPPED;
import static io.mddc.upgrade.run.UnitState.UPGRADED;
import static io.mddc.upgrade.run.UnitState.UPLOADING;
import static io.mddc.upgrade.run.UnitState.VERIFYING;
import static io.mddc.upgrade.run.UnitState.WAITING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mddc.upgrade.cluster.Component;
import io.mddc.upgrade.cluster.InstanceId;
import io.mddc.upgrade.cluster.UpgradeId;
import io.mddc.upgrade.plan.Policies;
import io.mddc.upgrade.plan.Policy;
import io.mddc.upgrade.plan.Policy.PastLimit;
import io.mddc.upgrade.plan.Policy.WhenSpent;
import io.mddc.upgrade.run.Outcome;
import io.mddc.upgrade.run.RunEvent;
import io.mddc.upgrade.run.UnitState;
import io.mddc.upgrade.run.WaitReason;
import io.temporal.client.WorkflowUpdateException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class SystemUpgradeTest {
    private UpgradeRun run = UpgradeRun.of(1, Policies.DEFAULT);

    private UpgradeRun cluster(int cores) {
        return cluster(cores, Policies.DEFAULT);
    }

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
    void upgradesOneAfterTheOtherThroughTheFiveSteps() {
        cluster(3).start();

        assertThat(run.outcome()).isEqualTo(Outcome.SUCCEEDED);
        for (int n = 1; n <= 3; n++) {
            assertThat(run.states(n))
                    .containsExactly(UPLOADING, WAITING, DRAINING, INSTALLING, VERIFYING, MONITORING, UPGRADED);
            assertThat(run.host(n).done())
                    .startsWith("upload", "isolate", "drain", "beginInstall 2", "awaitInstall", "verify", "rejoin");
            assertThat(run.host(n).isIsolated()).isFalse();
        }
        assertThat(neverTwoInWork()).isTrue();
        assertThat(run.givenBack()).contains(Outcome.SUCCEEDED);
    }

    @Test
    void saysWhileItDrainsWhatIsLeftAndUntilWhen() {
        cluster(2).host(1).drainsBy(3, 1);
        run.start();

        assertThat(run.outcome()).isEqualTo(Outcome.SUCCEEDED);
        assertThat(run.controlCenter().events())
                .extracting(RunEvent::sentence)
                .contains(
                        "core-1 drains: 3 files left, oldest 41 min (archive-deep)",
                        "core-1 drains: 1 file left, oldest 41 min (archive-deep)");
    }

    @Test
    void rejoinsAndSkipsAnInstanceThatDoesNotRunOutOfWork() {
        var noTime = Policies.withDrain(Duration.ofMillis(1), PastLimit.RETURN);
        cluster(2, noTime).host(1).drainsBy(3, 3, 3, 3);
        run.start();

        assertThat(run.outcome()).isEqualTo(Outcome.PARTIAL);
        assertThat(run.states(1))
                .containsExactly(UPLOADING, WAITING, DRAINING, RETURNING, WAITING, DRAINING, RETURNING, SKIPPED);
        assertThat(run.host(1).isIsolated()).isFalse();
        assertThat(run.host(1).running()).isEqualTo("5.16.0");
    }

    @Test
    void skipsWithoutTouchingWhenThePackageCannotBeBrought() {
        cluster(2).host(1).fails("upload", "The digest differs.");
        run.start();

        assertThat(run.outcome()).isEqualTo(Outcome.PARTIAL);
        assertThat(run.states(1)).containsExactly(UPLOADING, SKIPPED);
        assertThat(run.host(1).done()).containsExactly("upload");
        assertThat(run.states(2)).endsWith(UPGRADED);
    }

    @Test
    void putsTheFormerPackageBackWhenTheInstallerFails() {
        cluster(3).host(1).fails("installer", "postinst ended with 1");
        run.start();

        assertThat(run.outcome()).isEqualTo(Outcome.ROLLED_BACK);
        assertThat(run.states(1)).endsWith(INSTALLING, ROLLING_BACK, ROLLED_BACK);
        assertThat(run.host(1).done())
                .endsWith("beginBack 3", "awaitInstall", "isolate", "verify", "rejoin", "observe");
        assertThat(run.host(1).isIsolated()).isFalse();
        assertThat(run.host(1).running()).isEqualTo("5.16.0");
        assertThat(run.givenBack()).contains(Outcome.ROLLED_BACK);
    }

    @Test
    void neverLetsAnInstanceRejoinOnTheNewVersionThatMissesTheKnownAnswers() {
        cluster(2).host(1).fails("known answers", "EICAR was not found.");
        run.start();

        assertThat(run.outcome()).isEqualTo(Outcome.ROLLED_BACK);
        assertThat(run.host(1).done().indexOf("rejoin"))
                .isGreaterThan(run.host(1).done().indexOf("beginBack 3"));
        assertThat(run.host(1).running()).isEqualTo("5.16.0");
    }

    @Test
    void drainsAgainBeforeItGoesBackFromItsSoak() {
        cluster(2).host(1).fails("health", "core-1 is not ready for 12 s.");
        run.start();

        assertThat(run.outcome()).isEqualTo(Outcome.ROLLED_BACK);
        assertThat(run.states(1)).endsWith(MONITORING, ROLLING_BACK, ROLLED_BACK);
        var done = run.host(1).done();
        assertThat(done.subList(done.indexOf("monitor"), done.size()))
                .startsWith(
                        "monitor", "isolate", "drain", "beginBack 4", "awaitInstall", "isolate", "verify", "rejoin");
    }

    @Test
    void keepsAnInstanceOutOfWorkAndNamesAPersonWhenTheWayBackFailsToo() {
        cluster(3)
                .host(1)
                .fails("installer", "postinst ended with 1")
                .fails("former installer", "preinst ended with 2");
        run.start();

        assertThat(run.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(run.states(1)).endsWith(INSTALLING, ROLLING_BACK, FAILED);
        assertThat(run.host(1).isIsolated()).isTrue();
        assertThat(lastWait(1)).isInstanceOf(WaitReason.ForPerson.class);
        assertThat(run.givenBack()).contains(Outcome.FAILED);
    }

    @Test
    void namesAPersonWhereTheHostPutsNothingBack() {
        cluster(3).host(1).fails("installer", "msiexec ended with 1603").fails("going back", "uninstall is NEVER");
        run.start();

        assertThat(run.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(run.states(1)).endsWith(INSTALLING, FAILED);
        assertThat(run.host(1).done()).doesNotContain("beginBack 3");
        assertThat(lastWait(1).sentence()).contains("host-1 puts nothing back: uninstall is NEVER.");
    }

    @Test
    void theFirstFailureOfACanarySpendsTheWholeBudget() {
        cluster(3, Policies.withBudget(3, WhenSpent.END)).host(1).fails("installer", "postinst ended with 1");
        run.start();

        assertThat(run.outcome()).isEqualTo(Outcome.ROLLED_BACK);
        assertThat(run.states(2)).endsWith(CANCELLED);
        assertThat(run.states(3)).containsExactly(CANCELLED);
        assertThat(run.host(2).done()).doesNotContain("isolate");
    }

    @Test
    void beginsNoMoreUnitsWhenTheBudgetIsSpent() {
        cluster(4, Policies.withBudget(1, WhenSpent.END)).host(2).fails("installer", "postinst ended with 1");
        run.start();

        assertThat(run.outcome()).isEqualTo(Outcome.PARTIAL);
        assertThat(run.states(1)).endsWith(UPGRADED);
        assertThat(run.states(2)).endsWith(ROLLED_BACK);
        assertThat(run.states(3)).endsWith(CANCELLED);
        assertThat(run.states(4)).containsExactly(CANCELLED);
        assertThat(sentences())
                .contains(
                        "core-3 stops here: the failure budget is spent.",
                        "core-4 was not begun: the failure budget is spent. It keeps 5.16.0-1.");
    }

    @Test
    void saysInWordsWhatAnInstanceIsLikeThatIsNotFitAtTheEndOfItsSoak() {
        cluster(1, Policies.DEFAULT).host(1).fails("readiness", "engine-2 is not active");
        run.start();

        assertThat(run.outcome()).isEqualTo(Outcome.ROLLED_BACK);
        assertThat(sentences())
                .contains("core-1 is not fit at the end of its soak: it runs 5.17.0, 5.17.0-1 is installed, it is"
                        + " NOT_READY. It runs 5.16.0-1 again.");
    }

    @Test
    void waitsWithTheNumbersWhileTheMinimumWouldNotBeMet() {
        var bystander = new InstanceId("core-9");
        cluster(3, Policies.withMinimum(Map.of(Component.CORE, 3)));
        run.start();
        var sentence = "core-1 waits: 3 instances of MetaDefender Core are active and 3 must stay.";
        until(() -> sentences().contains(sentence));
        assertThat(run.host(1).done()).containsExactly("upload");

        run.controlCenter().join(bystander);

        assertThat(run.outcome()).isEqualTo(Outcome.SUCCEEDED);
    }

    @Test
    void readsTheMinimumWhenThePackageIsThereNotBefore() {
        var bystander = new InstanceId("core-9");
        var gate = cluster(3, Policies.withMinimum(Map.of(Component.CORE, 3)))
                .host(1)
                .holds("upload");
        run.controlCenter().join(bystander);
        run.start();
        until(() -> run.host(1).done().contains("upload"));
        run.controlCenter().leave(bystander);

        gate.countDown();

        until(() -> sentences().contains("core-1 waits: 3 instances of MetaDefender Core are active and 3 must stay."));
        assertThat(run.host(1).done()).containsExactly("upload");
    }

    @Test
    void takesAnInstanceThatServesNobodyWhateverTheMinimum() {
        var first = cluster(3).host(1).plan().instance();
        run.controlCenter().takeDown(first);
        run.start();
        until(() -> run.states(1).contains(UPGRADED));

        run.controlCenter().bringUp(first);

        assertThat(run.outcome()).isEqualTo(Outcome.SUCCEEDED);
    }

    @Test
    void saysThatAHostIsSilentAndSkipsItWhenTheUploadLimitPasses() {
        cluster(2, Policies.impatient()).silence(1).start();

        assertThat(run.outcome()).isEqualTo(Outcome.PARTIAL);
        assertThat(run.states(1)).containsExactly(UPLOADING, SKIPPED);
        assertThat(sentences()).anyMatch(said -> said.startsWith("host-1 does not answer since "));
        assertThat(run.states(2)).endsWith(UPGRADED);
    }

    @Test
    void abortBeforeTheInstallBringsTheInstanceBackToWork() {
        var gate = cluster(2).host(1).holds("drain");
        run.start();
        until(() -> run.host(1).done().contains("drain"));

        run.abort("wrong night");

        assertThat(run.outcome()).isEqualTo(Outcome.ABORTED);
        assertThat(gate.getCount()).isEqualTo(1);
        assertThat(run.states(1)).containsExactly(UPLOADING, WAITING, DRAINING, RETURNING, CANCELLED);
        assertThat(run.states(2)).endsWith(CANCELLED);
        assertThat(run.host(1).isIsolated()).isFalse();
        assertThat(run.host(1).running()).isEqualTo("5.16.0");
        assertThat(run.givenBack()).contains(Outcome.ABORTED);
    }

    @Test
    void abortInMidInstallLetsTheInstallerFinishAndCutsTheSoak() {
        var gate = cluster(2, Policies.withEndlessSoak()).host(1).holds("awaitInstall");
        run.start();
        until(() -> run.host(1).done().contains("awaitInstall"));

        run.abort("wrong night");
        gate.countDown();

        assertThat(run.outcome()).isEqualTo(Outcome.ABORTED);
        assertThat(run.states(1))
                .containsExactly(UPLOADING, WAITING, DRAINING, INSTALLING, VERIFYING, MONITORING, UPGRADED);
        assertThat(run.host(1).isIsolated()).isFalse();
        assertThat(run.host(2).done()).doesNotContain("isolate");
    }

    @Test
    void aCancelInTheWebUiIsAnAbort() {
        cluster(2).host(1).holds("drain");
        run.start();
        until(() -> run.host(1).done().contains("drain"));

        run.cancelFromOutside();

        until(() -> run.givenBack().isPresent());
        assertThat(run.givenBack()).contains(Outcome.ABORTED);
        assertThat(run.states(1)).endsWith(RETURNING, CANCELLED);
    }

    @Test
    void refusesACommandForAnotherUpgradeAndASecondAbort() {
        cluster(2).host(1).holds("drain");
        run.start();
        until(() -> run.host(1).done().contains("drain"));
        var other = new Command(new UpgradeId("2026-11-22-9"), "anna", "oops");

        assertThatThrownBy(() -> run.workflow().abort(other))
                .isInstanceOf(WorkflowUpdateException.class)
                .hasStackTraceContaining("This is upgrade 2026-11-22-1, not 2026-11-22-9.");
        run.abort("wrong night");
        assertThatThrownBy(() -> run.abort("again")).isInstanceOf(WorkflowUpdateException.class);
    }

    private void until(Callable<Boolean> condition) {
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(condition);
    }

    private List<String> sentences() {
        return run.controlCenter().events().stream().map(RunEvent::sentence).toList();
    }

    private WaitReason lastWait(int n) {
        return run.controlCenter().events().stream()
                .filter(RunEvent.OfUnit.class::isInstance)
                .map(RunEvent.OfUnit.class::cast)
                .filter(event -> event.instance().equals(run.host(n).plan().instance()))
                .reduce((first, second) -> second)
                .orElseThrow()
                .waitReason();
    }

    private boolean neverTwoInWork() {
        var inWork = new HashSet<String>();
        for (var event : run.controlCenter().events()) {
            if (event instanceof RunEvent.OfUnit unit) {
                var id = unit.instance().value();
                if (unit.state().isInWork() && unit.state() != UnitState.PENDING) {
                    inWork.add(id);
                } else {
                    inWork.remove(id);
                }
                if (inWork.size() > 1) {
                    return false;
                }
            }
        }
        return true;
    }
}
