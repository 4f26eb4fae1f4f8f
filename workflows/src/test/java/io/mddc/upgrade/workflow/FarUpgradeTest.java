package io.mddc.upgrade.workflow;

import static io.mddc.upgrade.run.UnitState.CANCELLED;
import static io.mddc.upgrade.run.UnitState.FAILED;
import static io.mddc.upgrade.run.UnitState.INSTALLING;
import static io.mddc.upgrade.run.UnitState.MONITORING;
import static io.mddc.upgrade.run.UnitState.RETURNING;
import static io.mddc.upgrade.run.UnitState.UPGRADED;
import static io.mddc.upgrade.workflow.ByHand.confirm;
import static io.mddc.upgrade.workflow.ByHand.install;
import static io.mddc.upgrade.workflow.ByHand.installAndConfirm;
import static io.mddc.upgrade.workflow.ByHand.startUntilAsked;
import static io.mddc.upgrade.workflow.ByHand.until;
import static org.assertj.core.api.Assertions.assertThat;

import io.mddc.upgrade.cluster.Component;
import io.mddc.upgrade.cluster.HostId;
import io.mddc.upgrade.plan.Policies;
import io.mddc.upgrade.plan.Policy;
import io.mddc.upgrade.run.Outcome;
import io.mddc.upgrade.run.RunEvent;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The upgrade of an instance whose host has no worker of ours: a person installs, and another host's worker asks. */
@Timeout(120)
class FarUpgradeTest {
    /** Nothing of it says that a person installs. */
    private UpgradeRun run = far(Policies.DEFAULT);

    private static UpgradeRun far(Policy policy) {
        return UpgradeRun.afar(Component.IDENTITY_SERVICE, new HostId("host-a"), policy);
    }

    @AfterEach
    void close() {
        run.close();
    }

    @Test
    void aPersonIsToldWhereToGetTheFileAndTheAnswersDecide() {
        startUntilAsked(run);
        assertThat(run.waitsForPersons()).anySatisfy(wait -> {
            assertThat(wait.sentence())
                    .isEqualTo(
                            "Download md-core_5.17.0-1_amd64.deb from My OPSWAT, or from the control center (/api/v1/packages/"
                                    + "b".repeat(64)
                                    + "/content). Access host-1, start a Terminal and run: sudo dpkg -i"
                                    + " md-core_5.17.0-1_amd64.deb || sudo apt install -f (sha256sum: " + "b".repeat(64)
                                    + "  md-core_5.17.0-1_amd64.deb). Confirm that the service starts, then say confirm-installed.");
            assertThat(wait.person()).isEqualTo("an administrator of host-1");
        });

        installAndConfirm(run);

        assertThat(run.outcome()).isEqualTo(Outcome.SUCCEEDED);
        assertThat(run.host(1).done()).containsOnly("observe", "verify", "monitor");
        assertThat(run.controlCenter().stated()).containsExactly("service-1 5.17.0-1");
        assertThat(lastWord())
                .startsWith(
                        "service-1 answers host-a with 5.17.0 and is ready. Not proven: that the file was installed");
    }

    @Test
    void aConfirmationWithoutAnInstallIsFoundOut() {
        startUntilAsked(run);

        confirm(run);

        until(() -> run.waitsForPersons()
                .anyMatch(wait -> wait.sentence()
                        .startsWith("service-1, asked from host-a, answers 5.16.0, not 5.17.0-1. Download")));
        assertThat(run.host(1).done()).doesNotContain("verify");
        installAndConfirm(run);
        assertThat(run.outcome()).isEqualTo(Outcome.SUCCEEDED);
    }

    @Test
    void oneThatIsNotReadyAfterwardsIsLeftToAPerson() {
        run.host(1).fails("known answers", "after PT1M still: it says that it is not ready");
        startUntilAsked(run);
        install(run);

        confirm(run);

        assertThat(run.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(run.states(1)).contains(FAILED);
        assertThat(run.waitsForPersons())
                .anySatisfy(wait -> assertThat(wait.sentence())
                        .contains(
                                "service-1 needs to be looked at on host-1: after PT1M still",
                                "host-1 has no worker of ours, so nothing puts it back."));
        assertThat(run.host(1).done()).containsOnly("observe", "verify");
        assertThat(run.controlCenter().stated()).isEmpty();
    }

    @Test
    void anAbortBeforeAnybodyInstalledLeavesItAsItWas() {
        startUntilAsked(run);

        run.abort("not tonight");

        assertThat(run.outcome()).isEqualTo(Outcome.ABORTED);
        assertThat(run.states(1)).containsSubsequence(INSTALLING, RETURNING, CANCELLED);
        assertThat(run.host(1).done()).containsOnly("observe");
    }

    @Test
    void aRollbackLeavesItAsItIs() {
        startUntilAsked(run);
        installAndConfirm(run);
        until(() -> run.states(1).contains(MONITORING));

        run.workflow().rollback(UpgradeRun.command("we changed our mind"));

        run.outcome();
        assertThat(run.states(1)).endsWith(UPGRADED);
        assertThat(lastWord()).contains("stays as it is. host-1 has no worker of ours, so nothing puts it back.");
    }

    @Test
    void saysWhenTheHostThatAsksIsAway() {
        run.close();
        run = far(Policies.impatient()).silence(1).start();
        until(() -> run.waitsForPersons()
                .anyMatch(wait -> wait.sentence().matches("host-a does not answer since .*: its worker must run\\.")
                        && wait.person().equals("the administrator of host-a")));

        run.abort("nobody is there to ask");

        assertThat(run.outcome()).isEqualTo(Outcome.ABORTED);
        assertThat(run.states(1)).endsWith(CANCELLED);
    }

    private String lastWord() {
        List<RunEvent.OfUnit> events = run.controlCenter().events().stream()
                .filter(RunEvent.OfUnit.class::isInstance)
                .map(RunEvent.OfUnit.class::cast)
                .toList();
        return events.get(events.size() - 1).sentence();
    }
}
