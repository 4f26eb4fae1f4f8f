package io.mddc.upgrade.workflow;

import static io.mddc.upgrade.run.UnitState.INSTALLING;
import static io.mddc.upgrade.run.UnitState.ROLLED_BACK;
import static io.mddc.upgrade.run.UnitState.UPGRADED;
import static io.mddc.upgrade.run.UnitState.VERIFYING;
import static org.assertj.core.api.Assertions.assertThat;

import io.mddc.upgrade.cluster.Component;
import io.mddc.upgrade.plan.Policies;
import io.mddc.upgrade.run.Outcome;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A package that wants its host to be started again, where the policy allows that. Each host has a gateway too. */
@Timeout(120)
class HostRebootTest {
    private UpgradeRun run = cores(new Policies.Builder().rebootsAllowed());

    private static UpgradeRun cores(Policies.Builder policy) {
        var run = UpgradeRun.of(2, policy.build());
        run.host(1).with("gateway-1", Component.API_GATEWAY).fails("needs reboot", "asked for by md-core");
        run.host(2).with("gateway-2", Component.API_GATEWAY);
        return run;
    }

    @AfterEach
    void close() {
        run.close();
    }

    @Test
    void isolatesAndDrainsWhateverIsOnTheHostBeforeAndGivesItBackAfter() {
        run.start();

        assertThat(run.outcome()).isEqualTo(Outcome.SUCCEEDED);
        assertThat(run.host(1).done())
                .containsSubsequence(
                        "awaitInstall",
                        "isolate gateway-1",
                        "drain gateway-1",
                        "reboot 4",
                        "rejoin gateway-1",
                        "verify",
                        "rejoin");
        assertThat(run.host(1).boots()).isEqualTo(2);
        assertThat(run.host(1).lost()).isZero();
        assertThat(run.states(1)).containsSubsequence(INSTALLING, VERIFYING, UPGRADED);
        assertThat(isolated()).isEmpty();
        assertThat(run.host(2).boots()).isEqualTo(1);
    }

    @Test
    void leavesThoseIsolatedThatOthersIsolated() {
        run.close();
        run = cores(new Policies.Builder().rebootsAllowed().minimumActive(Map.of(Component.API_GATEWAY, 1)));
        run.host(1).with("gateway-3", Component.API_GATEWAY).isolatesForAnother("gateway-3");
        run.start();

        assertThat(run.outcome()).isEqualTo(Outcome.SUCCEEDED);
        assertThat(run.host(1).done())
                .contains("drain gateway-3")
                .doesNotContain("isolate gateway-3", "rejoin gateway-3");
        assertThat(isolated()).containsExactly("gateway-3");
    }

    @Test
    void waitsWithTheNumbersAsLongAsTheMinimumOfAnotherComponentWouldNotBeMet() {
        run.host(2).fails("readiness of gateway-2", "it is down");
        run.start();
        awaitSentence(
                "host-1 is not started again yet: 1 instances of API Gateway are active, 1 of them there, and 1 must stay.");
        assertThat(run.host(1).done()).doesNotContain("isolate gateway-1");

        run.host(2).recovers("readiness of gateway-2");

        assertThat(run.outcome()).isEqualTo(Outcome.SUCCEEDED);
        assertThat(run.host(1).boots()).isEqualTo(2);
    }

    @Test
    void anAbortWhileItWaitsForTheMinimumPutsTheFormerPackageBack() {
        run.host(2).fails("readiness of gateway-2", "it is down");
        run.start();
        awaitSentence("host-1 is not started again yet");

        run.abort("no reboot tonight");

        assertThat(run.outcome()).isEqualTo(Outcome.ABORTED);
        assertThat(run.states(1)).endsWith(ROLLED_BACK);
        assertThat(run.host(1).boots()).isEqualTo(1);
        assertThat(isolated()).isEmpty();
        assertThat(run.host(1).isIsolated()).isFalse();
    }

    @Test
    void anAbortInTheMiddleGivesBackWhatWasTakenOut() {
        run.host(1).holds("drain gateway-1");
        run.start();
        awaitDone("drain gateway-1");

        run.abort("no reboot tonight");

        assertThat(run.outcome()).isEqualTo(Outcome.ABORTED);
        assertThat(run.host(1).boots()).isEqualTo(1);
        assertThat(isolated()).isEmpty();
        assertThat(run.host(1).isIsolated()).isFalse();
    }

    @Test
    void theWorkerThatDiesWithTheHostCarriesOnWithTheSameOperation() {
        run.host(1).fails("dies with the reboot", "power");
        run.start();

        assertThat(run.outcome()).isEqualTo(Outcome.SUCCEEDED);
        assertThat(run.host(1).done().stream().filter(verb -> verb.startsWith("reboot")))
                .containsExactly("reboot 4", "reboot 4");
        assertThat(run.host(1).boots()).isEqualTo(2);
    }

    @Test
    void asksAPersonWhenTheHostRefuses() {
        run.host(1).fails("reboot command", "worker.yml of host-1 names no rebootCommand.");
        run.start();
        awaitSentence(
                "core-1 needs reboot of host-1: asked for by md-core. worker.yml of host-1 names no rebootCommand.");
        assertThat(isolated()).isEmpty();

        run.host(1).reboots();

        assertThat(run.outcome()).isEqualTo(Outcome.SUCCEEDED);
    }

    @Test
    void leavesTheHostOfWhatTakesTheSystemDownToAPerson() {
        run.host(1).with("file-storage-1", Component.FILE_STORAGE);
        run.start();
        awaitSentence("core-1 needs reboot of host-1: asked for by md-core. file-storage-1 is there too");

        assertThat(run.host(1).done()).doesNotContain("isolate gateway-1", "reboot 3");
        run.host(1).reboots();

        assertThat(run.outcome()).isEqualTo(Outcome.SUCCEEDED);
    }

    @Test
    void waitsForWhatWasReadyAndIsNotReadyAgain() {
        var gate = run.host(1).holds("drain gateway-1");
        run.start();
        awaitDone("drain gateway-1");
        run.host(1).fails("readiness of gateway-1", "it does not start");
        gate.countDown();
        awaitSentence("gateway-1 was ready before the reboot of host-1 and is NOT_READY");
        assertThat(isolated()).containsExactly("gateway-1");

        run.host(1).recovers("readiness of gateway-1");

        assertThat(run.outcome()).isEqualTo(Outcome.SUCCEEDED);
        assertThat(isolated()).isEmpty();
    }

    @Test
    void isTheOnlyUnitAtWorkMeanwhile() {
        run.close();
        run = UpgradeRun.of(
                4,
                new Policies.Builder()
                        .concurrency(3)
                        .minimumActive(Map.of(Component.CORE, 1))
                        .rebootsAllowed()
                        .build());
        run.host(2).fails("needs reboot", "asked for by md-core");
        var gate = run.host(3).holds("awaitInstall");
        run.start();
        awaitSentence("core-2 asks for a reboot of host-2: asked for by md-core.");
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> run.host(3).done().contains("awaitInstall"));

        assertThat(run.host(2).boots()).isEqualTo(1);
        gate.countDown();

        assertThat(run.outcome()).isEqualTo(Outcome.SUCCEEDED);
        assertThat(run.host(2).boots()).isEqualTo(2);
    }

    private List<String> isolated() {
        return run.hosts().stream()
                .flatMap(host -> host.instances().stream())
                .filter(instance -> instance.component() == Component.API_GATEWAY
                        && !instance.isolatedBy().isEmpty())
                .map(instance -> instance.id().value())
                .toList();
    }

    private void awaitDone(String verb) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> run.host(1).done().contains(verb));
    }

    private void awaitSentence(String sentence) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> run.controlCenter().events().stream()
                        .anyMatch(event -> event.sentence().contains(sentence)));
    }
}
