package io.mddc.upgrade.workflow;

import static io.mddc.upgrade.run.UnitState.CANCELLED;
import static io.mddc.upgrade.run.UnitState.INSTALLING;
import static io.mddc.upgrade.run.UnitState.RETURNING;
import static io.mddc.upgrade.run.UnitState.UPGRADED;
import static io.mddc.upgrade.workflow.ByHand.confirm;
import static io.mddc.upgrade.workflow.ByHand.install;
import static io.mddc.upgrade.workflow.ByHand.installAndConfirm;
import static io.mddc.upgrade.workflow.ByHand.startUntilAsked;
import static io.mddc.upgrade.workflow.ByHand.until;
import static io.mddc.upgrade.workflow.ByHand.untilAsked;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mddc.upgrade.cluster.Component;
import io.mddc.upgrade.plan.Policies;
import io.mddc.upgrade.plan.Policy;
import io.mddc.upgrade.run.Outcome;
import io.mddc.upgrade.run.Remedy;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Upgrades by the installer file, on the real workflows and fake hosts. */
@Timeout(120)
class InstallerUpgradeTest {
    private static final Policy BY_PERSON =
            new Policies.Builder().attended(Component.IDENTITY_SERVICE).build();

    private UpgradeRun run = UpgradeRun.of(Component.IDENTITY_SERVICE, 1, BY_PERSON);

    @AfterEach
    void close() {
        run.close();
    }

    @Test
    void theWorkerRunsTheInstallerUnlessThePolicySaysOtherwise() {
        run.close();
        run = UpgradeRun.of(Component.IDENTITY_SERVICE, 1, Policies.DEFAULT);
        run.start();

        assertThat(run.outcome()).isEqualTo(Outcome.SUCCEEDED);
        assertThat(run.host(1).done()).contains("beginInstall 2");
    }

    @Test
    void aPersonIsShownTheCommandAndConfirms() {
        startUntilAsked(run);
        assertThat(run.waitsForPersons()).anySatisfy(wait -> {
            assertThat(wait.sentence())
                    .contains(
                            "Access host-1",
                            "sudo dpkg -i /packages/x.deb || sudo apt install -f",
                            "bb  /packages/x.deb");
            assertThat(wait.person()).isEqualTo("an administrator of host-1");
            assertThat(wait.may()).containsExactly(Remedy.CONFIRM_INSTALLED, Remedy.ABORT);
        });

        installAndConfirm(run);

        assertThat(run.outcome()).isEqualTo(Outcome.SUCCEEDED);
        assertThat(run.states(1)).contains(UPGRADED);
        assertThat(run.host(1).done()).doesNotContain("beginInstall 2").contains("verify");
    }

    @Test
    void aConfirmationWithoutAnInstallIsFoundOut() {
        startUntilAsked(run);

        confirm(run);

        until(() -> run.waitsForPersons()
                .anyMatch(wait -> wait.sentence().startsWith("host-1 shows 5.16.0-1, not 5.17.0-1. Access host-1")));
        assertThat(run.host(1).done()).doesNotContain("verify");
        installAndConfirm(run);
        assertThat(run.outcome()).isEqualTo(Outcome.SUCCEEDED);
    }

    @Test
    void anAbortBeforeAnybodyInstalledLeavesEverythingAsItWas() {
        startUntilAsked(run);

        run.abort("not tonight");

        assertThat(run.outcome()).isEqualTo(Outcome.ABORTED);
        assertThat(run.states(1)).containsSubsequence(INSTALLING, RETURNING, CANCELLED);
        assertThat(run.host(1).isIsolated()).isFalse();
        assertThat(run.host(1).done()).doesNotContain("beginBack 2", "beginBack 3");
    }

    @Test
    void anAbortAfterSomebodyInstalledVerifiesWhatIsThere() {
        startUntilAsked(run);
        install(run);

        run.abort("not tonight");

        assertThat(run.outcome()).isEqualTo(Outcome.ABORTED);
        assertThat(run.states(1)).contains(UPGRADED);
    }

    @Test
    void nobodyMayConfirmWhatIsNotAwaited() {
        var gate = run.host(1).holds("isolate");
        run.start();
        until(() -> run.host(1).done().contains("isolate"));

        assertThatThrownBy(() -> confirm(run)).hasStackTraceContaining("service-1 is DRAINING: it waits for no person");

        gate.countDown();
        untilAsked(run);
        installAndConfirm(run);
        assertThat(run.outcome()).isEqualTo(Outcome.SUCCEEDED);
    }

    @Test
    void isNotPutBackOnceItMayHaveChangedItsData() {
        run.close();
        run = UpgradeRun.of(Component.IDENTITY_SERVICE, 1, Policies.DEFAULT);
        run.host(1).fails("known answers", "it is not ready");
        run.start();

        assertThat(run.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(run.host(1).done()).noneMatch(verb -> verb.startsWith("beginBack"));
        assertThat(run.waitsForPersons())
                .anySatisfy(wait -> assertThat(wait.sentence())
                        .contains(
                                "service-1 needs to be looked at on host-1: it is not ready.",
                                "may have started and changed its data"));
    }

    @Test
    void isPutBackWhenItsInstallerTouchedNothing() {
        run.close();
        run = UpgradeRun.of(Component.IDENTITY_SERVICE, 1, Policies.DEFAULT);
        run.host(1).fails("installer", "ended with 1");
        run.start();

        assertThat(run.outcome()).isEqualTo(Outcome.ROLLED_BACK);
    }

    @Test
    void verifiesWhatTheHostPutBackByItselfAndInstallsNothing() {
        run.close();
        run = UpgradeRun.of(Component.WORKER, 2, Policies.DEFAULT);
        run.host(1).putsItselfBack().fails("installer", "brought up no process that is ready");
        run.start();

        assertThat(run.outcome()).isEqualTo(Outcome.ROLLED_BACK);
        assertThat(run.host(1).done())
                .noneMatch(verb -> verb.startsWith("beginBack"))
                .containsSubsequence("awaitInstall", "verify", "rejoin");
    }
}
