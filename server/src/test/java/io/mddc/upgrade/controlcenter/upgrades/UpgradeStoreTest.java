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
import io.mddc.upgrade.controlcenter.upgrades.UpgradeView.StepView;
import io.mddc.upgrade.run.Outcome;
import io.mddc.upgrade.run.RunEvent;
import io.mddc.upgrade.run.Step;
import io.mddc.upgrade.run.UnitState;
import io.mddc.upgrade.run.UpgradeState;
import io.mddc.upgrade.run.WaitReason;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.ClassTemplate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ClassTemplate
@ExtendWith(OnBothDatabases.class)
class UpgradeStoreTest {
    private static UpgradeQueries queries(Jdbi jdbi) {
        return new StoredUpgrades(
                jdbi.onDemand(UpgradeDao.class),
                jdbi.onDemand(PlanDao.class),
                jdbi.onDemand(EventDao.class),
                workflow -> "http://ui/" + workflow);
    }

    private static UpgradeView view(Jdbi jdbi) {
        return queries(jdbi).find(FIRST).orElseThrow();
    }

    private static StoredClusterHold hold(Jdbi jdbi) {
        return new StoredClusterHold(jdbi, CLOCK);
    }

    @Test
    void whatIsWrittenIsReadBackWhole(Jdbi jdbi) {
        started(jdbi);

        var row = jdbi.onDemand(UpgradeDao.class).find(FIRST).orElseThrow();
        var stage = new StoredUpgradePlans(jdbi.onDemand(UpgradeDao.class), jdbi.onDemand(PlanDao.class));

        assertThat(row).isEqualTo(UpgradeRow.starting(FIRST, plan().policy(), plan().findings(), "an operator", NOON));
        assertThat(stage.stage(FIRST, Component.CORE)).isEqualTo(plan().stages().get(0));
        assertThat(stage.outline(FIRST).stages()).containsExactly(Component.CORE);
        assertThat(stage.outline(FIRST).policy()).isEqualTo(plan().policy());
        assertThatThrownBy(() -> stage.stage(FIRST, Component.WORKER)).isInstanceOf(UnknownUpgrade.class);
    }

    @Test
    void aSecondUpgradeDoesNotGetTheCluster(Jdbi jdbi) {
        started(jdbi);

        assertThat(planned(jdbi).insert(plan(), start("another-key"))).isEmpty();
        assertThatThrownBy(() -> planned(jdbi).checkFree())
                .isInstanceOf(ClusterHeld.class)
                .hasMessageContaining("2026-11-22-1");
        assertThat(queries(jdbi).list(Optional.empty(), 10)).hasSize(1);
    }

    @Test
    void ofManyStartsAtOnceOneGetsTheCluster(Jdbi jdbi) throws Exception {
        var threads = Executors.newFixedThreadPool(8);
        try {
            var starts = IntStream.range(0, 24)
                    .<Callable<Optional<UpgradeId>>>mapToObj(
                            i -> () -> planned(jdbi).insert(plan(), start("key-" + i)))
                    .toList();
            int taken = 0;
            for (var answer : threads.invokeAll(starts)) {
                taken += answer.get().isPresent() ? 1 : 0;
            }

            assertThat(taken).isEqualTo(1);
            assertThat(queries(jdbi).list(Optional.empty(), 10)).hasSize(1);
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void theNextUpgradeOfADayHasTheNextNumber(Jdbi jdbi) {
        started(jdbi);
        hold(jdbi).giveBack(FIRST, Outcome.SUCCEEDED, "All done.");

        assertThat(planned(jdbi).insert(plan(), start("another-key"))).contains(new UpgradeId("2026-11-22-2"));
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
    void aUnitsStepsFollowItsStates(Jdbi jdbi) {
        started(jdbi);
        var log = new StoredRunLog(jdbi);

        log.record(unit("k1", CORE_1, UnitState.UPLOADING, 1));
        log.record(unit("k2", CORE_1, UnitState.WAITING, 2));
        log.record(unit("k3", CORE_1, UnitState.DRAINING, 10));
        log.record(unit("k4", CORE_1, UnitState.DRAINING, 11));
        log.record(unit("k5", CORE_1, UnitState.INSTALLING, 13));

        var shown = view(jdbi).stages().get(0).units().get(0);
        assertThat(shown.state()).isEqualTo(UnitState.INSTALLING);
        assertThat(shown.step()).contains(Step.INSTALL);
        assertThat(shown.sentence()).isEqualTo("INSTALLING it is");
        assertThat(shown.steps())
                .containsExactly(
                        new StepView(Step.UPLOAD, NOON.plusSeconds(1), Optional.of(NOON.plusSeconds(2))),
                        new StepView(Step.DRAIN, NOON.plusSeconds(10), Optional.of(NOON.plusSeconds(13))),
                        new StepView(Step.INSTALL, NOON.plusSeconds(13), Optional.empty()));
    }

    @Test
    void theSameLineTwiceIsOneLine(Jdbi jdbi) {
        started(jdbi);
        var log = new StoredRunLog(jdbi);

        log.record(unit("k1", CORE_1, UnitState.UPLOADING, 1));
        log.record(unit("k2", CORE_1, UnitState.WAITING, 2));
        log.record(unit("k1", CORE_1, UnitState.UPLOADING, 1));

        assertThat(queries(jdbi).events(FIRST, 0, 10))
                .extracting(EventView::seq)
                .containsExactly(1L, 2L);
        assertThat(view(jdbi).stages().get(0).units().get(0).state()).isEqualTo(UnitState.WAITING);
    }

    @Test
    void linesWrittenAtOnceAreNumberedWithoutGaps(Jdbi jdbi) throws Exception {
        started(jdbi);
        var log = new StoredRunLog(jdbi);
        var threads = Executors.newFixedThreadPool(8);
        try {
            var lines = IntStream.range(0, 40)
                    .<Callable<Boolean>>mapToObj(i -> () -> {
                        log.record(unit("key-" + i % 20, i % 2 == 0 ? CORE_1 : CORE_2, UnitState.UPLOADING, i));
                        return true;
                    })
                    .toList();
            for (var line : threads.invokeAll(lines)) {
                assertThat(line.get()).isTrue();
            }
        } finally {
            threads.shutdownNow();
        }

        assertThat(queries(jdbi).events(FIRST, 0, 100))
                .extracting(EventView::seq)
                .containsExactlyElementsOf(LongStream.rangeClosed(1, 20).boxed().toList());
    }

    @Test
    void linesAreReadFromWhereTheReaderWas(Jdbi jdbi) {
        started(jdbi);
        var log = new StoredRunLog(jdbi);
        log.record(upgrade("k1", UpgradeState.RUNNING));
        log.record(new RunEvent.OfStage("k2", FIRST, NOON, "The stage begins.", WaitReason.NOTHING, Component.CORE));
        log.record(unit("k3", CORE_2, UnitState.UPLOADING, 3));

        assertThat(queries(jdbi).events(FIRST, 1, 1))
                .containsExactly(new EventView(
                        2,
                        NOON,
                        EventRow.Subject.STAGE,
                        Optional.of(Component.CORE),
                        Optional.empty(),
                        Optional.empty(),
                        "The stage begins.",
                        WaitReason.NOTHING));
        assertThat(queries(jdbi).newestEvents(FIRST, 2))
                .extracting(EventView::seq)
                .containsExactly(3L, 2L);
        assertThat(view(jdbi).state()).isEqualTo(UpgradeState.RUNNING);
        assertThat(view(jdbi).stages().get(0).sentence()).isEqualTo("The stage begins.");
    }

    @Test
    void waitReasonsAreKeptWhole(Jdbi jdbi) {
        started(jdbi);
        var until = new WaitReason.Until("3 files left.", NOON, NOON.plusSeconds(60));

        new StoredRunLog(jdbi)
                .record(new RunEvent.OfUnit("k", FIRST, NOON, "It drains.", until, CORE_1, UnitState.DRAINING));

        assertThat(view(jdbi).stages().get(0).units().get(0).waitReason()).isEqualTo(until);
    }

    @Test
    void theFirstOutcomeStaysAndTheClusterIsGivenBack(Jdbi jdbi) {
        started(jdbi);
        assertThat(queries(jdbi).holder()).isPresent();

        hold(jdbi).giveBack(FIRST, Outcome.ABORTED, "Aborted.");
        hold(jdbi).giveBack(FIRST, Outcome.SUCCEEDED, "No.");
        new StoredRunLog(jdbi).record(upgrade("late", UpgradeState.RUNNING));

        assertThat(queries(jdbi).holder()).isEmpty();
        assertThat(view(jdbi).outcome()).contains(Outcome.ABORTED);
        assertThat(view(jdbi).state()).isEqualTo(UpgradeState.ENDED);
        assertThat(view(jdbi).sentence()).isEqualTo("Aborted.");
        assertThat(view(jdbi).endedAt()).contains(NOON);
    }

    @Test
    void unitsThatNobodySpeaksForEndWithTheUpgrade(Jdbi jdbi) {
        started(jdbi);
        new StoredRunLog(jdbi).record(unit("k1", CORE_1, UnitState.DRAINING, 1));

        hold(jdbi).giveBack(FIRST, Outcome.FAILED, "Gone.");

        assertThat(view(jdbi).stages().get(0).units())
                .extracting(UpgradeView.UnitView::state)
                .containsExactly(UnitState.FAILED, UnitState.CANCELLED);
    }

    @Test
    void touchedAreThoseThatWereDrained(Jdbi jdbi) {
        started(jdbi);
        var log = new StoredRunLog(jdbi);
        log.record(unit("k1", CORE_2, UnitState.DRAINING, 1));
        log.record(unit("k2", CORE_1, UnitState.UPLOADING, 1));
        assertThat(hold(jdbi).touched(FIRST)).containsExactly(new Touched(CORE_2, HOST_A, false));

        log.record(unit("k3", CORE_2, UnitState.FAILED, 2));

        assertThat(hold(jdbi).touched(FIRST)).containsExactly(new Touched(CORE_2, HOST_A, true));
    }

    @Test
    void aPackageIsNeededWhileThePlanIsInWork(Jdbi jdbi) {
        started(jdbi);
        var upgrades = jdbi.onDemand(UpgradeDao.class);

        assertThat(upgrades.findNeeding(TARGET)).contains(FIRST);
        assertThat(upgrades.findNeeding(FORMER)).contains(FIRST);
        assertThat(upgrades.findNeeding(new Sha256("1".repeat(64)))).isEmpty();

        hold(jdbi).giveBack(FIRST, Outcome.ABORTED, "Aborted.");
        assertThat(upgrades.findNeeding(TARGET)).isEmpty();
    }

    @Test
    void upgradesAreListedNewestFirst(Jdbi jdbi) {
        for (int i = 0; i < 3; i++) {
            var later = java.time.Clock.offset(CLOCK, java.time.Duration.ofSeconds(i));
            var id = new PlannedUpgrades(jdbi, new CommandLog(jdbi.onDemand(CommandDao.class), later), later)
                    .insert(plan(), start("key-" + i))
                    .orElseThrow();
            hold(jdbi).giveBack(id, Outcome.ABORTED, "Aborted.");
        }

        var all = queries(jdbi).list(Optional.empty(), 2);
        var older = queries(jdbi).list(Optional.of(new UpgradeId("2026-11-22-2")), 10);

        assertThat(all).extracting(UpgradeView::id).hasToString("[2026-11-22-3, 2026-11-22-2]");
        assertThat(older).extracting(UpgradeView::id).hasToString("[2026-11-22-1]");
    }

    @Test
    void aLineOfNoKnownUpgradeIsRefused(Jdbi jdbi) {
        assertThatThrownBy(() -> new StoredRunLog(jdbi).record(upgrade("k", UpgradeState.RUNNING)))
                .isInstanceOf(UnknownUpgrade.class);
        assertThatThrownBy(() -> hold(jdbi).giveBack(FIRST, Outcome.ABORTED, ""))
                .isInstanceOf(UnknownUpgrade.class);
        assertThat(List.copyOf(hold(jdbi).touched(FIRST))).isEmpty();
    }
}
