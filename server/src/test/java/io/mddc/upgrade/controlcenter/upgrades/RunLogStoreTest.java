package io.mddc.upgrade.controlcenter.upgrades;

import static io.mddc.upgrade.controlcenter.upgrades.Examples.CORE_1;
import static io.mddc.upgrade.controlcenter.upgrades.Examples.CORE_2;
import static io.mddc.upgrade.controlcenter.upgrades.Examples.FIRST;
import static io.mddc.upgrade.controlcenter.upgrades.Examples.NOON;
import static io.mddc.upgrade.controlcenter.upgrades.Examples.started;
import static io.mddc.upgrade.controlcenter.upgrades.Examples.unit;
import static io.mddc.upgrade.controlcenter.upgrades.Examples.upgrade;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mddc.upgrade.cluster.Component;
import io.mddc.upgrade.controlcenter.store.OnBothDatabases;
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
class RunLogStoreTest {
    @Test
    void aUnitsStepsFollowItsStates(Jdbi jdbi) {
        started(jdbi);
        var log = new StoredRunLog(jdbi);

        log.record(unit("k1", CORE_1, UnitState.UPLOADING, 1));
        log.record(unit("k2", CORE_1, UnitState.WAITING, 2));
        log.record(unit("k3", CORE_1, UnitState.DRAINING, 10));
        log.record(unit("k4", CORE_1, UnitState.DRAINING, 11));
        log.record(unit("k5", CORE_1, UnitState.INSTALLING, 13));

        var shown = Examples.view(jdbi).stages().get(0).units().get(0);
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

        assertThat(Examples.queries(jdbi).events(FIRST, 0, 10))
                .extracting(EventView::seq)
                .containsExactly(1L, 2L);
        assertThat(Examples.view(jdbi).stages().get(0).units().get(0).state()).isEqualTo(UnitState.WAITING);
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

        assertThat(Examples.queries(jdbi).events(FIRST, 0, 100))
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

        assertThat(Examples.queries(jdbi).events(FIRST, 1, 1))
                .containsExactly(new EventView(
                        2,
                        NOON,
                        EventRow.Subject.STAGE,
                        Optional.of(Component.CORE),
                        Optional.empty(),
                        Optional.empty(),
                        "The stage begins.",
                        WaitReason.NOTHING,
                        Optional.empty()));
        assertThat(Examples.queries(jdbi).newestEvents(FIRST, 2))
                .extracting(EventView::seq)
                .containsExactly(3L, 2L);
        assertThat(Examples.view(jdbi).state()).isEqualTo(UpgradeState.RUNNING);
        assertThat(Examples.view(jdbi).stages().get(0).sentence()).isEqualTo("The stage begins.");
    }

    @Test
    void waitReasonsAreKeptWhole(Jdbi jdbi) {
        started(jdbi);
        var until = new WaitReason.Until("3 files left.", NOON, NOON.plusSeconds(60));

        new StoredRunLog(jdbi)
                .record(new RunEvent.OfUnit("k", FIRST, NOON, "It drains.", until, CORE_1, UnitState.DRAINING));

        assertThat(Examples.view(jdbi).stages().get(0).units().get(0).waitReason())
                .isEqualTo(until);
    }

    @Test
    void aLineOfNoKnownUpgradeIsRefused(Jdbi jdbi) {
        assertThatThrownBy(() -> new StoredRunLog(jdbi).record(upgrade("k", UpgradeState.RUNNING)))
                .isInstanceOf(UnknownUpgrade.class);
        assertThatThrownBy(() -> Examples.hold(jdbi).giveBack(FIRST, Outcome.ABORTED, ""))
                .isInstanceOf(UnknownUpgrade.class);
        assertThat(List.copyOf(Examples.hold(jdbi).touched(FIRST))).isEmpty();
    }
}
