package io.mddc.upgrade.controlcenter.upgrades;

import static io.mddc.upgrade.controlcenter.upgrades.Examples.CLOCK;
import static io.mddc.upgrade.controlcenter.upgrades.Examples.CORE_1;
import static io.mddc.upgrade.controlcenter.upgrades.Examples.CORE_2;
import static io.mddc.upgrade.controlcenter.upgrades.Examples.FIRST;
import static io.mddc.upgrade.controlcenter.upgrades.Examples.FORMER;
import static io.mddc.upgrade.controlcenter.upgrades.Examples.HOST_A;
import static io.mddc.upgrade.controlcenter.upgrades.Examples.NOON;
import static io.mddc.upgrade.controlcenter.upgrades.Examples.TARGET;
import static io.mddc.upgrade.controlcenter.upgrades.Examples.plan;
import static io.mddc.upgrade.controlcenter.upgrades.Examples.planned;
import static io.mddc.upgrade.controlcenter.upgrades.Examples.start;
import static io.mddc.upgrade.controlcenter.upgrades.Examples.started;
import static io.mddc.upgrade.controlcenter.upgrades.Examples.unit;
import static io.mddc.upgrade.controlcenter.upgrades.Examples.upgrade;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mddc.upgrade.cluster.Component;
import io.mddc.upgrade.cluster.Sha256;
import io.mddc.upgrade.cluster.UpgradeId;
import io.mddc.upgrade.contract.ClusterHold.Touched;
import io.mddc.upgrade.controlcenter.rest.IdempotencyKey;
import io.mddc.upgrade.controlcenter.store.OnBothDatabases;
import io.mddc.upgrade.controlcenter.upgrades.CommandLog.Given;
import io.mddc.upgrade.plan.Asked;
import io.mddc.upgrade.plan.ClusterView;
import io.mddc.upgrade.plan.StagePlan;
import io.mddc.upgrade.plan.StartTime;
import io.mddc.upgrade.plan.UnitPlan;
import io.mddc.upgrade.plan.UpgradePlan;
import io.mddc.upgrade.run.MaintenancePhase;
import io.mddc.upgrade.run.Outcome;
import io.mddc.upgrade.run.Remedy;
import io.mddc.upgrade.run.RunEvent;
import io.mddc.upgrade.run.UnitState;
import io.mddc.upgrade.run.UpgradeState;
import io.mddc.upgrade.run.WaitReason;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.ClassTemplate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ClassTemplate
@ExtendWith(OnBothDatabases.class)
class UpgradeStoreTest {
    @Test
    void whatIsWrittenIsReadBackWhole(Jdbi jdbi) {
        started(jdbi);

        var row = jdbi.onDemand(UpgradeDao.class).find(FIRST).orElseThrow();
        var stage = new StoredUpgradePlans(
                jdbi.onDemand(UpgradeDao.class),
                jdbi.onDemand(PlanDao.class),
                () -> new ClusterView(List.of(), Set.of(), List.of()));

        assertThat(row).isEqualTo(UpgradeRow.starting(FIRST, plan(), StartTime.NOW, "an operator", NOON));
        assertThat(stage.stage(FIRST, Component.CORE)).isEqualTo(plan().stages().get(0));
        assertThat(stage.outline(FIRST).stages()).containsExactly(Component.CORE);
        assertThat(stage.outline(FIRST).policy()).isEqualTo(plan().policy());
        assertThatThrownBy(() -> stage.stage(FIRST, Component.WORKER)).isInstanceOf(UnknownUpgrade.class);
    }

    @Test
    void aSecondUpgradeDoesNotGetTheCluster(Jdbi jdbi) {
        started(jdbi);

        assertThat(planned(jdbi).insert(plan(), StartTime.NOW, start("another-key")))
                .isEmpty();
        assertThatThrownBy(() -> planned(jdbi).checkFree())
                .isInstanceOf(ClusterHeld.class)
                .hasMessageContaining("2026-11-22-1");
        assertThat(Examples.queries(jdbi).list(Optional.empty(), 10)).hasSize(1);
    }

    @Test
    void ofManyStartsAtOnceOneGetsTheCluster(Jdbi jdbi) throws Exception {
        var threads = Executors.newFixedThreadPool(8);
        try {
            var starts = IntStream.range(0, 24)
                    .<Callable<Optional<UpgradeId>>>mapToObj(
                            i -> () -> planned(jdbi).insert(plan(), StartTime.NOW, start("key-" + i)))
                    .toList();
            int taken = 0;
            for (var answer : threads.invokeAll(starts)) {
                taken += answer.get().isPresent() ? 1 : 0;
            }

            assertThat(taken).isEqualTo(1);
            assertThat(Examples.queries(jdbi).list(Optional.empty(), 10)).hasSize(1);
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void theNextUpgradeOfADayHasTheNextNumber(Jdbi jdbi) {
        started(jdbi);
        Examples.hold(jdbi).giveBack(FIRST, Outcome.SUCCEEDED, "All done.");

        assertThat(planned(jdbi).insert(plan(), StartTime.NOW, start("another-key")))
                .contains(new UpgradeId("2026-11-22-2"));
    }

    @Test
    void aKeyStandsForOneCommand(Jdbi jdbi) {
        started(jdbi);
        var commands = new CommandLog(jdbi.onDemand(CommandDao.class), CLOCK);
        var other = new Given(new IdempotencyKey("a-key"), "abort", "{}", "an operator");

        assertThat(commands.acceptedBefore(start("a-key"))).contains(FIRST);
        assertThat(commands.acceptedBefore(start("another-key"))).isEmpty();
        assertThatThrownBy(() -> commands.acceptedBefore(other)).isInstanceOf(IdempotencyKeyReused.class);
    }

    @Test
    void theFirstOutcomeStaysAndTheClusterIsGivenBack(Jdbi jdbi) {
        started(jdbi);
        assertThat(Examples.queries(jdbi).holder()).isPresent();

        Examples.hold(jdbi).giveBack(FIRST, Outcome.ABORTED, "Aborted.");
        Examples.hold(jdbi).giveBack(FIRST, Outcome.SUCCEEDED, "No.");
        new StoredRunLog(jdbi).record(upgrade("late", UpgradeState.RUNNING));

        assertThat(Examples.queries(jdbi).holder()).isEmpty();
        assertThat(Examples.view(jdbi).outcome()).contains(Outcome.ABORTED);
        assertThat(Examples.view(jdbi).state()).isEqualTo(UpgradeState.ENDED);
        assertThat(Examples.view(jdbi).sentence()).isEqualTo("Aborted.");
        assertThat(Examples.view(jdbi).endedAt()).contains(NOON);
    }

    @Test
    void unitsThatNobodySpeaksForEndWithTheUpgrade(Jdbi jdbi) {
        started(jdbi);
        new StoredRunLog(jdbi).record(unit("k1", CORE_1, UnitState.DRAINING, 1));

        Examples.hold(jdbi).giveBack(FIRST, Outcome.FAILED, "Gone.");

        assertThat(Examples.view(jdbi).stages().get(0).units())
                .extracting(UpgradeView.UnitView::state)
                .containsExactly(UnitState.FAILED, UnitState.CANCELLED);
        assertThat(Examples.view(jdbi).stages().get(0).units().get(0).waitReason())
                .isInstanceOfSatisfying(
                        WaitReason.ForPerson.class,
                        wait -> assertThat(wait.person()).isEqualTo("an administrator of its host"));
    }

    @Test
    void nothingOfOursStandsOnAHostWithoutOurWorker(Jdbi jdbi) {
        var stage = Examples.plan().stages().get(0);
        var far = stage.units().stream()
                .map(unit -> new UnitPlan(
                        unit.instance(),
                        unit.host(),
                        unit.from(),
                        unit.target(),
                        Optional.empty(),
                        Set.of(),
                        Optional.of(new Asked(HOST_A, URI.create("http://10.0.0.7:8009")))))
                .toList();
        var plan = new UpgradePlan(
                List.of(new StagePlan(stage.component(), stage.target(), 0, far)), List.of(), Examples.policy());
        assertThat(planned(jdbi).insert(plan, StartTime.NOW, Examples.start("a-key")))
                .contains(FIRST);

        new StoredRunLog(jdbi).record(unit("1", CORE_2, UnitState.DRAINING, 1));

        assertThat(Examples.hold(jdbi).touched(FIRST)).isEmpty();
    }

    @Test
    void touchedAreThoseThatWereDrained(Jdbi jdbi) {
        started(jdbi);
        var log = new StoredRunLog(jdbi);
        log.record(unit("k1", CORE_2, UnitState.DRAINING, 1));
        log.record(unit("k2", CORE_1, UnitState.UPLOADING, 1));
        assertThat(Examples.hold(jdbi).touched(FIRST)).containsExactly(new Touched(CORE_2, HOST_A, false));

        log.record(unit("k3", CORE_2, UnitState.FAILED, 2));

        assertThat(Examples.hold(jdbi).touched(FIRST)).containsExactly(new Touched(CORE_2, HOST_A, true));
    }

    @Test
    void aPackageIsNeededWhileThePlanIsInWork(Jdbi jdbi) {
        started(jdbi);
        var upgrades = jdbi.onDemand(UpgradeDao.class);

        assertThat(upgrades.findNeeding(TARGET)).contains(FIRST);
        assertThat(upgrades.findNeeding(FORMER)).contains(FIRST);
        assertThat(upgrades.findNeeding(new Sha256("1".repeat(64)))).isEmpty();

        Examples.hold(jdbi).giveBack(FIRST, Outcome.ABORTED, "Aborted.");
        assertThat(upgrades.findNeeding(TARGET)).isEmpty();
    }

    @Test
    void oneThatBeginsLaterHoldsNothingUntilItTakesTheCluster(Jdbi jdbi) {
        var later = StartTime.parse("2026-11-23T02:00:00Z");
        var scheduled = planned(jdbi).insert(plan(), later, start("later")).orElseThrow();
        var now = planned(jdbi).insert(plan(), StartTime.NOW, start("now")).orElseThrow();
        var hold = new StoredClusterHold(jdbi, CLOCK);

        assertThat(hold.take(scheduled)).contains(now);
        hold.giveBack(now, Outcome.SUCCEEDED, "done");

        assertThat(hold.take(scheduled)).isEmpty();
        assertThat(hold.take(scheduled)).isEmpty();
        assertThat(planned(jdbi).insert(plan(), StartTime.NOW, start("meanwhile")))
                .isEmpty();
        hold.release(scheduled);
        assertThat(planned(jdbi).insert(plan(), StartTime.NOW, start("between")))
                .isPresent();
    }

    @Test
    void onlyASystemThatStaysClosedIsReopened(Jdbi jdbi) {
        var id = started(jdbi);
        var upgrades = jdbi.onDemand(UpgradeDao.class);
        var hold = new StoredClusterHold(jdbi, CLOCK);
        hold.giveBack(id, Outcome.FAILED, "failed");
        assertThat(upgrades.reopen(id)).isZero();

        closed(jdbi, id, "k-closed");

        assertThat(upgrades.reopen(id)).isOne();
        assertThat(upgrades.findHolder()).map(UpgradeRow::id).contains(id);
        closed(jdbi, id, "k-again");
        hold.giveBack(id, Outcome.FAILED, "again");
        assertThat(upgrades.findHolder()).isEmpty();
        assertThat(upgrades.find(id).orElseThrow().waitReason().may()).containsExactly(Remedy.REOPEN);
        assertThat(upgrades.find(id).orElseThrow().outcome()).contains(Outcome.FAILED);
    }

    @Test
    void whatEndsWithTheSystemClosedWaitsForWhoeverReopensIt(Jdbi jdbi) {
        var id = started(jdbi);
        closed(jdbi, id, "k-closed");

        Examples.hold(jdbi).giveBack(id, Outcome.FAILED, "It stays closed: repair it, then reopen.");

        var waits = (WaitReason.ForPerson) Examples.view(jdbi).waitReason();
        assertThat(waits.sentence()).isEqualTo("It stays closed: repair it, then reopen.");
        assertThat(waits.may()).containsExactly(Remedy.REOPEN);
        assertThat(Examples.view(jdbi).state()).isEqualTo(UpgradeState.ENDED);
    }

    private static void closed(Jdbi jdbi, UpgradeId upgrade, String key) {
        new StoredRunLog(jdbi)
                .record(new RunEvent.OfUpgrade(
                        key,
                        upgrade,
                        NOON,
                        "It stays closed.",
                        WaitReason.NOTHING,
                        UpgradeState.ENDING,
                        Optional.of(MaintenancePhase.STAYS_CLOSED)));
    }

    @Test
    void upgradesAreListedNewestFirst(Jdbi jdbi) {
        for (int i = 0; i < 3; i++) {
            var later = java.time.Clock.offset(CLOCK, java.time.Duration.ofSeconds(i));
            var id = new PlannedUpgrades(jdbi, new CommandLog(jdbi.onDemand(CommandDao.class), later), later)
                    .insert(plan(), StartTime.NOW, start("key-" + i))
                    .orElseThrow();
            Examples.hold(jdbi).giveBack(id, Outcome.ABORTED, "Aborted.");
        }

        var all = Examples.queries(jdbi).list(Optional.empty(), 2);
        var older = Examples.queries(jdbi).list(Optional.of(new UpgradeId("2026-11-22-2")), 10);

        assertThat(all).extracting(UpgradeView::id).hasToString("[2026-11-22-3, 2026-11-22-2]");
        assertThat(older).extracting(UpgradeView::id).hasToString("[2026-11-22-1]");
    }
}
